package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.gl.Buffer;
import io.limner.renderer.gl.Framebuffer;
import io.limner.renderer.gl.Program;
import io.limner.renderer.gl.ShaderSource;
import io.limner.renderer.gl.Texture;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.HeadSurface;
import io.limner.renderer.look.Panorama;
import io.limner.schema.label.CameraModel;
import io.limner.schema.spec.LabelKind;
import java.nio.FloatBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;

/**
 * Draws faces with the current context. First triangle ids at four samples a pixel, and depth from the key light; then the
 * samples are sorted by material, shaded a material at a time, each surface once a block of 2 x 2 samples, and labelled at pixel
 * centres; then samples become pixels.
 */
final class FrameRenderer implements AutoCloseable {
    /** Heads that stay on the device. */
    private static final int MOST_HEADS = 4;

    private final Program visibility;
    private final Program strandVisibility;
    private final Program shadow;
    private final Program classify;
    private final Program measure;
    private final Shading shading;
    private final Scenery scenery;
    private final Resolve resolve;
    private final Map<HeadSurface, LoadedHead> heads = new LinkedHashMap<>(MOST_HEADS, 0.75f, true);
    private final Panoramas panoramas = new Panoramas();
    private final RequestedLayers requested = new RequestedLayers();
    /** Null if the device draws triangles. */
    private final ProcessorRaster processor;

    private final Buffer frameBlock = new Buffer(4L * FrameUniforms.FLOATS);
    private final FloatBuffer uniforms = BufferUtils.createFloatBuffer(FrameUniforms.FLOATS);
    private final StageListener stages;
    private final Ways ways;
    private Targets targets;
    /** Depths from the key light; their size follows that of the targets. */
    private Texture shadowMap;

    private Framebuffer shadowTarget;

    /**
     * If it throws, what it made so far goes with the context.
     *
     * @param ways what the device does, and what is done here
     */
    FrameRenderer(HeadSurface head, StageListener stages, Ways ways) {
        this.stages = stages;
        this.ways = ways;
        processor = ways.trianglesOnProcessor() ? new ProcessorRaster() : null;
        Map<String, Integer> defines = Bindings.defines();
        visibility = Program.raster(source("visibility.vert"), source("visibility.frag"), defines);
        Map<String, Integer> strands = Bindings.definesWith("STRANDS");
        strandVisibility = Program.raster(source("visibility.vert"), source("visibility.frag"), strands);
        shadow = Program.raster(source("shadow.vert"), source("shadow.frag"), defines);
        classify = Program.compute(source("classify.comp"), defines);
        measure = Program.compute(source("measure.comp"), defines);
        shading = new Shading();
        scenery = new Scenery();
        resolve = new Resolve(ways.pixelsOnProcessor());
        heads.put(head, new LoadedHead(head));
    }

    private static ShaderSource source(String name) {
        return ShaderSource.of(FrameRenderer.class, name);
    }

    Frame draw(Face drawn, CameraModel camera, Set<LabelKind> wanted) {
        Frame.Size size = new Frame.Size(camera.width(), camera.height());
        if (targets == null || !targets.size().equals(size)) {
            closeTargets();
            targets = new Targets(size, ways.mappedReadback());
            int side = ShadowView.side(size);
            shadowMap = new Texture(side, side, GL45C.GL_DEPTH_COMPONENT32F, 1);
            shadowMap.compareDepth();
            shadowTarget = new Framebuffer(null, shadowMap);
        }
        double[] eye = camera.position();
        LoadedHead loaded = loaded(drawn.body().surface());
        FaceBuffers face = loaded.buffers();
        face.load(drawn, eye);
        float[] toShadow = ShadowView.of(drawn, eye);
        new FrameUniforms(uniforms).write(drawn, camera, eye, toShadow);
        frameBlock.write(0, uniforms);
        frameBlock.bindUniform(Bindings.FRAME_BLOCK);

        done("upload");
        GL45C.glEnable(GL45C.GL_DEPTH_TEST);
        if (processor != null) {
            processor.drawShadow(drawn, face.casters(), toShadow, eye, shadowMap, ShadowView.side(size));
        } else {
            rasterShadow(face);
        }
        done("raster shadow");
        boolean onProcessor = processor != null && processor.drawVisibility(drawn, face, camera, this::done);
        if (!onProcessor) {
            rasterVisibility(face);
        } else if (wanted.contains(LabelKind.ALPHA)) {
            processor.writeIds(targets.ids());
        }
        done("raster hair");
        scenery.draw(drawn, BackdropSize.of(camera, drawn.scene()), size);
        done("background");
        face.bindTexels();
        targets.bindStorage();
        targets.ids().bind(Bindings.VISIBILITY);
        shadowMap.bind(Bindings.SHADOW_MAP);
        loaded.skin().bind();
        Panorama panorama = drawn.setting().panorama();
        if (panorama != null) {
            panoramas.bind(panorama);
        }
        targets.clear();
        WorkLists lists = targets.lists();
        Shading.Features features = new Shading.Features(
                !drawn.worn().lenses().isEmpty(),
                !camera.lens().straight(),
                panorama != null,
                wanted.contains(LabelKind.CANONICAL),
                wanted.contains(LabelKind.ALBEDO),
                drawn.body().surface().colors() != null);
        if (features.canonical()) {
            targets.bindCanonical();
        }
        if (features.albedo()) {
            targets.bindAlbedo();
        }
        GlassBounds glasses = GlassBounds.of(drawn.worn().lenses(), camera);
        for (int band = 0; band < lists.bands(); band++) {
            lists.begin();
            if (onProcessor) {
                lists.load(processor.lists(lists.firstRow(band), lists.firstRow(band + 1), glasses));
            } else {
                classify.use();
                classify.set(Bindings.FIRST_ROW, lists.firstRow(band));
                classify.set(Bindings.END_ROW, lists.firstRow(band + 1));
                lists.classify(band, measure);
            }
            done("classify");
            shading.run(lists, features, this::done);
        }
        GL45C.glMemoryBarrier(GL45C.GL_TEXTURE_FETCH_BARRIER_BIT
                | GL45C.GL_BUFFER_UPDATE_BARRIER_BIT
                | GL45C.GL_TEXTURE_UPDATE_BARRIER_BIT);
        boolean blurred = FrameUniforms.blurred(drawn.scene(), size.width());
        targets.fetchLabels();
        byte[] rgb = resolve.pixels(targets, scenery, Development.of(drawn.scene()), blurred);
        done("resolve");
        Frame frame = targets.read(rgb);
        done("read back");
        frame = frame.with(requested.draw(wanted, targets, face, frame, blurred));
        face.drawn();
        done("layers on request");
        return frame;
    }

    private void done(String stage) {
        if (stages != StageListener.NONE) {
            GL45C.glFinish();
            stages.done(stage);
        }
    }

    /** A head on the device, written if it is not there; the one that was out of use for longest makes room. */
    private LoadedHead loaded(HeadSurface surface) {
        LoadedHead there = heads.get(surface);
        if (there == null) {
            if (heads.size() == MOST_HEADS) {
                Iterator<LoadedHead> oldest = heads.values().iterator();
                oldest.next().close();
                oldest.remove();
            }
            there = new LoadedHead(surface);
            heads.put(surface, there);
        }
        return there;
    }

    private record LoadedHead(FaceBuffers buffers, SkinTextures skin) {
        LoadedHead(HeadSurface surface) {
            this(new FaceBuffers(surface), new SkinTextures(surface));
        }

        void close() {
            buffers.close();
            skin.close();
        }
    }

    private void rasterShadow(FaceBuffers face) {
        shadowTarget.begin(false);
        shadow.use();
        GL45C.glEnable(GL45C.GL_DEPTH_CLAMP);
        GL45C.glFrontFace(GL45C.GL_CCW);
        GL45C.glEnable(GL45C.GL_CULL_FACE);
        face.drawHeadForShadow();
        GL45C.glDisable(GL45C.GL_CULL_FACE);
        face.drawOthersForShadow();
        GL45C.glDisable(GL45C.GL_DEPTH_CLAMP);
    }

    private void rasterVisibility(FaceBuffers face) {
        targets.visibility().begin(true);
        visibility.use();
        // Rows run downwards here, which turns triangles about.
        GL45C.glFrontFace(GL45C.GL_CW);
        GL45C.glEnable(GL45C.GL_CULL_FACE);
        face.drawHead(id -> visibility.set(Bindings.FIRST_ID, id));
        done("raster head");
        GL45C.glDisable(GL45C.GL_CULL_FACE);
        strandVisibility.use();
        face.drawStrands(id -> strandVisibility.set(Bindings.FIRST_ID, id));
    }

    /** The new ones may be refused. */
    private void closeTargets() {
        if (targets != null) {
            targets.close();
            shadowTarget.close();
            shadowMap.close();
            targets = null;
        }
    }

    @Override
    public void close() {
        closeTargets();
        for (Program program : List.of(visibility, strandVisibility, shadow, classify, measure)) {
            program.close();
        }
        resolve.close();
        shading.close();
        requested.close();
        scenery.close();
        heads.values().forEach(LoadedHead::close);
        panoramas.close();
        frameBlock.close();
    }
}
