package io.limner.renderer.pass;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.EglContext;
import io.limner.renderer.egl.EglException;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.HeadSurface;
import io.limner.schema.label.CameraModel;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A slot in this process: one context and the thread that owns it. */
public final class ContextSlot implements Slot {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread t = new Thread(task, "limner-context");
        t.setDaemon(true);
        return t;
    });
    private final EglContext context;
    private final FrameRenderer renderer;

    /**
     * Opens a context and compiles the shaders.
     *
     * @throws EglException if no fitting device works
     */
    public ContextSlot(DeviceChoice choice, HeadSurface head) {
        EglContext opened = null;
        try {
            opened = on(() -> EglContext.open(choice));
            this.renderer = on(() -> new FrameRenderer(head));
        } catch (RuntimeException e) {
            if (opened != null) {
                thread.execute(opened::close);
            }
            thread.shutdown();
            throw e;
        }
        this.context = opened;
    }

    @Override
    public Frame draw(Face face, CameraModel camera) {
        return on(() -> renderer.draw(face, camera));
    }

    @Override
    public Driver driver() {
        return new Driver(context.driver().renderer(), context.driver().version());
    }

    private <T> T on(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EglException egl) {
                throw egl;
            }
            throw new DrawingException("drawing failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrawingException("interrupted while drawing", e);
        }
    }

    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(() -> {
                renderer.close();
                context.close();
            });
            thread.shutdown();
        }
    }
}
