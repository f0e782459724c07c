package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.gl.Program;
import io.limner.renderer.gl.ShaderSource;
import io.limner.schema.label.AmodalGroup;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.spec.LabelKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.lwjgl.opengl.GL45C;

/**
 * Layers that cost a pass of their own, drawn after the picture only where somebody asks for them. Programs are compiled when they
 * are first needed.
 */
final class RequestedLayers implements AutoCloseable {
    private static final byte[] BITS = new byte[256];

    static {
        for (SegmentationClass kind : SegmentationClass.values()) {
            BITS[kind.code()] = (byte) AmodalGroup.bit(kind);
        }
    }

    private final Map<String, Program> programs = new HashMap<>();

    /** The layers of {@code wanted} that are drawn apart, for the picture that the targets hold; what nobody wants is null. */
    Frame.OnRequest draw(Set<LabelKind> wanted, Targets targets, FaceBuffers face, Frame seen, boolean blurred) {
        return new Frame.OnRequest(
                wanted.contains(LabelKind.AMODAL) ? amodal(targets, face, seen) : null,
                wanted.contains(LabelKind.ALPHA) ? alpha(targets, blurred) : null,
                wanted.contains(LabelKind.CANONICAL) ? targets.readCanonical() : null,
                wanted.contains(LabelKind.ALBEDO) ? targets.readAlbedo() : null);
    }

    private byte[] amodal(Targets targets, FaceBuffers face, Frame seen) {
        Program through = program("through", () -> through(Bindings.definesWithBits()));
        Program throughStrands = program("through strands", () -> through(Bindings.definesWithBits("STRANDS")));
        targets.clearColors();
        targets.visibility().begin(false);
        through.use();
        GL45C.glDisable(GL45C.GL_DEPTH_TEST);
        GL45C.glColorMask(false, false, false, false);
        GL45C.glFrontFace(GL45C.GL_CW);
        GL45C.glEnable(GL45C.GL_CULL_FACE);
        face.drawHead(id -> through.set(Bindings.FIRST_ID, id));
        GL45C.glDisable(GL45C.GL_CULL_FACE);
        throughStrands.use();
        face.drawStrands(id -> throughStrands.set(Bindings.FIRST_ID, id));
        face.drawHiddenStrands(id -> throughStrands.set(Bindings.FIRST_ID, id));
        GL45C.glColorMask(true, true, true, true);
        GL45C.glEnable(GL45C.GL_DEPTH_TEST);
        GL45C.glMemoryBarrier(GL45C.GL_BUFFER_UPDATE_BARRIER_BIT);
        byte[] groups = targets.readColors();
        // Lenses are no triangles; and where a hidden strand looks out by a hair's breadth, nothing was drawn.
        for (int i = 0; i < groups.length; i++) {
            byte shown = BITS[seen.classes()[i]];
            groups[i] = shown == 0 ? 0 : (byte) (groups[i] | shown);
        }
        return groups;
    }

    private byte[] alpha(Targets targets, boolean blurred) {
        program(
                        blurred ? "alpha blurred" : "alpha",
                        () -> Program.compute(
                                source("resolve.comp"),
                                blurred ? Bindings.definesWith("ALPHA", "BLURRED") : Bindings.definesWith("ALPHA")))
                .use();
        GL45C.glDispatchCompute(
                (targets.size().width() + 7) / 8, (targets.size().height() + 7) / 8, 1);
        GL45C.glMemoryBarrier(GL45C.GL_BUFFER_UPDATE_BARRIER_BIT);
        return targets.readColors();
    }

    private static Program through(Map<String, Integer> defines) {
        return Program.raster(source("visibility.vert"), source("through.frag"), defines);
    }

    private Program program(String name, Supplier<Program> made) {
        return programs.computeIfAbsent(name, first -> made.get());
    }

    private static ShaderSource source(String name) {
        return ShaderSource.of(RequestedLayers.class, name);
    }

    @Override
    public void close() {
        programs.values().forEach(Program::close);
    }
}
