package io.limner.renderer.pass;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.EglContext;
import io.limner.renderer.egl.EglException;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.HeadSurface;
import io.limner.schema.label.CameraModel;
import io.limner.schema.spec.LabelKind;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A slot in this process: one context and the thread that owns it. Any thread may call it; frames are drawn one after the other. */
public final class ContextSlot implements Slot {
    private static final Logger LOG = LoggerFactory.getLogger(ContextSlot.class);
    /** How long closing waits for a frame that is being drawn, seconds. */
    private static final int PATIENCE = 10;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread t = new Thread(task, "limner-context");
        t.setDaemon(true);
        return t;
    });
    private final ContextCheck check;
    private final Driver driver;
    private boolean software;
    /** Only the context's own thread touches it; null before it is opened and after it is closed. */
    private Drawing drawing;
    /** The same; null unless the context was lost. */
    private LostContextException lost;

    private record Drawing(EglContext context, FrameRenderer renderer) {

        static Drawing open(DeviceChoice choice, HeadSurface head, StageListener stages) {
            EglContext context = EglContext.open(choice);
            try {
                return new Drawing(context, new FrameRenderer(head, stages, Ways.of(context)));
            } catch (RuntimeException | Error e) {
                context.close();
                throw e;
            }
        }

        void close() {
            try {
                renderer.close();
            } finally {
                context.close();
            }
        }
    }

    /** As the other, with nobody who listens. */
    public ContextSlot(DeviceChoice choice, HeadSurface head) {
        this(choice, head, StageListener.NONE);
    }

    /**
     * Opens a context and compiles the shaders.
     *
     * @param stages hears of the stages of drawing, each of which then waits until the device has finished it
     * @throws EglException if no fitting device works
     * @throws DrawingException if one works but the shaders do not
     */
    public ContextSlot(DeviceChoice choice, HeadSurface head, StageListener stages) {
        this(choice, head, stages, ContextSignals.OPENGL);
    }

    /** As the other, believing {@code signals} of the context: tests plant faults in them. */
    public ContextSlot(DeviceChoice choice, HeadSurface head, StageListener stages, ContextSignals signals) {
        this.check = new ContextCheck(signals);
        try {
            this.driver = on(() -> {
                drawing = Drawing.open(choice, head, stages);
                software = drawing.context.device().software();
                EglContext.Driver found = drawing.context.driver();
                return new Driver(found.renderer(), found.version());
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public Frame draw(Face face, CameraModel camera, Set<LabelKind> wanted) {
        return on(() -> {
            if (drawing == null) {
                throw closed(null);
            }
            if (lost != null) {
                throw lost; // Whoever was told first may have asked for nothing more.
            }
            try {
                return frame(face, camera, wanted);
            } catch (LostContextException e) {
                lost = e;
                throw e;
            }
        });
    }

    private Frame frame(Face face, CameraModel camera, Set<LabelKind> wanted) {
        Frame frame;
        try {
            frame = drawing.renderer.draw(face, camera, wanted);
        } catch (UnfitDeviceException refused) {
            throw refused;
        } catch (RuntimeException e) {
            check.lost(); // Which would explain it.
            throw e;
        }
        check.afterFrame();
        return frame;
    }

    /** Whether the processor draws. */
    public boolean software() {
        return software;
    }

    @Override
    public Driver driver() {
        return driver;
    }

    private <T> T on(Supplier<T> work) {
        try {
            Future<T> result = thread.submit(work::get);
            return result.get();
        } catch (RejectedExecutionException e) {
            throw closed(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EglException egl) {
                throw egl;
            }
            if (e.getCause() instanceof DrawingException fault) {
                throw fault;
            }
            throw new DrawingException("drawing failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrawingException("interrupted while drawing", e);
        }
    }

    private static DrawingException closed(Throwable cause) {
        return new DrawingException("this drawing context is closed; open another", cause);
    }

    /** Lets a frame that is being drawn end, then gives the context back. */
    @Override
    public void close() {
        try {
            thread.execute(() -> {
                if (drawing != null) {
                    drawing.close();
                    drawing = null;
                }
            });
        } catch (RejectedExecutionException e) {
            return; // Closed before.
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                LOG.warn("a drawing context still draws {} s after it was to close; it is left to itself", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
