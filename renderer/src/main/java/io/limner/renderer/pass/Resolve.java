package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.gl.Program;
import io.limner.renderer.gl.ShaderSource;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.lwjgl.opengl.GL45C;

/** Samples to pixels. A processor that makes them itself compiles the device's programs when they are first needed. */
final class Resolve implements AutoCloseable {
    private final boolean onProcessor;
    private final Map<Boolean, Program> programs = new TreeMap<>();
    private ProcessorResolve processor;
    private Frame.Size size;

    /** @param onProcessor whether pictures without blur are made here and not by the device */
    Resolve(boolean onProcessor) {
        this.onProcessor = onProcessor;
        if (!onProcessor) {
            program(false);
            program(true);
        }
    }

    /** Waits for the drawing, and returns the pixels of its samples, three bytes each. */
    byte[] pixels(Targets targets, Scenery scenery, Development sensor, boolean blurred) {
        if (blurred || !onProcessor) {
            dispatch(targets.size(), blurred);
            return targets.readRgb();
        }
        if (!targets.size().equals(size)) {
            size = targets.size();
            processor = new ProcessorResolve(size);
        }
        FloatBuffer texels = scenery.read();
        DevelopedBackdrop backdrop = new DevelopedBackdrop(texels, scenery.picture(), size, sensor);
        return targets.samples().read(samples -> processor.pixels(samples.asIntBuffer(), backdrop, sensor));
    }

    private Program program(boolean blurred) {
        return programs.computeIfAbsent(
                blurred,
                first -> Program.compute(
                        ShaderSource.of(Resolve.class, "resolve.comp"),
                        blurred ? Bindings.definesWith("BLURRED") : Bindings.defines()));
    }

    private void dispatch(Frame.Size image, boolean blurred) {
        program(blurred).use();
        GL45C.glDispatchCompute((image.width() + 7) / 8, (image.height() + 7) / 8, 1);
        GL45C.glMemoryBarrier(GL45C.GL_BUFFER_UPDATE_BARRIER_BIT);
    }

    @Override
    public void close() {
        programs.values().forEach(Program::close);
    }
}
