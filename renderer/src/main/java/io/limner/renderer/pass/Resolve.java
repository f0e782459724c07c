package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.gl.Program;
import io.limner.renderer.gl.ShaderSource;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.lwjgl.opengl.GL45C;

/** Samples to pixels. Programs are compiled when they are first needed. */
final class Resolve implements AutoCloseable {
    private final boolean onProcessor;
    private final Map<String, Program> programs = new TreeMap<>();
    private ProcessorResolve processor;
    private Frame.Size size;

    /** @param onProcessor whether pictures without blur are made here and not by the device */
    Resolve(boolean onProcessor) {
        this.onProcessor = onProcessor;
    }

    /** Waits for the drawing, and returns the pixels of its samples, three bytes each. */
    byte[] pixels(Targets targets, Scenery scenery, Development sensor, boolean blurred) {
        if (blurred || !onProcessor) {
            dispatch(targets.size(), blurred ? "BLURRED" : "SHARP");
            return targets.readRgb();
        }
        if (!targets.size().equals(size)) {
            size = targets.size();
            processor = new ProcessorResolve(size);
        }
        FloatBuffer texels = scenery.read();
        DevelopedBackdrop backdrop = new DevelopedBackdrop(texels, scenery.picture(), size, sensor);
        return targets.samples().map(samples -> processor.pixels(samples.asIntBuffer(), backdrop, sensor));
    }

    private void dispatch(Frame.Size image, String variant) {
        programs.computeIfAbsent(
                        variant,
                        first -> Program.compute(
                                ShaderSource.of(Resolve.class, "resolve.comp"), Bindings.definesWith(variant)))
                .use();
        GL45C.glDispatchCompute((image.width() + 7) / 8, (image.height() + 7) / 8, 1);
        GL45C.glMemoryBarrier(GL45C.GL_BUFFER_UPDATE_BARRIER_BIT);
    }

    @Override
    public void close() {
        programs.values().forEach(Program::close);
    }
}
