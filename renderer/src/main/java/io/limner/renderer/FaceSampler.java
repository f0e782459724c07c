package io.limner.renderer;

import io.limner.renderer.asset.AssetException;
import io.limner.renderer.asset.AssetLibrary;
import io.limner.renderer.asset.AssetSource;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.image.ImageEncoder;
import io.limner.renderer.image.JpegArtefacts;
import io.limner.renderer.image.LayerEncoder;
import io.limner.renderer.image.MissingCodecException;
import io.limner.renderer.image.TurboJpeg;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.label.FaceLabels;
import io.limner.renderer.label.FaultyLabelsException;
import io.limner.renderer.look.Setting;
import io.limner.renderer.pass.ContextSlot;
import io.limner.renderer.pass.DrawingException;
import io.limner.renderer.pass.Slot;
import io.limner.renderer.pass.StageListener;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Layers;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.sample.Hashes;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.RawLayers;
import io.limner.schema.scene.Capture;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.Asset;
import io.limner.schema.spec.Assets;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.DatasetSpec.Output;
import io.limner.schema.spec.Fixed;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.Value;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sample id to row: the one way a sample is drawn, whoever asks. It needs no Spark. One sampler a task thread; only {@link #close}
 * may be called from another. On further threads of its own it may work at the samples that come next ({@link Overlap}).
 */
public final class FaceSampler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FaceSampler.class);
    private static final String ASSETS = "MakeHuman base mesh, targets, proxies and face units (CC0-1.0)";

    /** Most samples that are worked at beyond the one that is asked for: more would only hold memory. */
    public static final int MOST_AHEAD = 2;

    private final SceneDesign design;
    private final FaceModel faces;
    private final AssetLibrary library;
    private final Slot slot;
    private final ImageEncoder encoder;
    private final LayerEncoder layerEncoder = new LayerEncoder();
    private final JpegArtefacts artefacts = new JpegArtefacts();
    private final StageListener stages;
    private final String specHash;
    /** Null if nothing is begun before it is asked for. */
    private final SamplesAhead ahead;

    private volatile boolean closed;

    /** A sampler that draws on {@code slot}, which it owns from here on, one sample after the other. */
    FaceSampler(SceneDesign design, FaceModel faces, AssetSource assets, StageListener stages, Slot slot) {
        this(design, faces, assets, stages, slot, false);
    }

    private FaceSampler(
            SceneDesign design,
            FaceModel faces,
            AssetSource assets,
            StageListener stages,
            Slot slot,
            boolean overlapping) {
        ImageSettings image = design.spec().output().image();
        this.design = design;
        this.library = new AssetLibrary(design.spec().assets(), assets, Math.max(image.width(), image.height()) / 2);
        this.faces = faces;
        this.slot = slot;
        this.stages = stages;
        this.specHash = design.spec().hash();
        this.encoder = ImageEncoder.of(image);
        this.ahead = overlapping ? new SamplesAhead(this::drawn) : null;
    }

    /** A sampler that draws on {@code slot}, which it owns from here on, and begins samples before they are asked for. */
    static FaceSampler overlapping(SceneDesign design, FaceModel faces, AssetSource assets, Slot slot) {
        return new FaceSampler(design, faces, assets, StageListener.NONE, slot, true);
    }

    /** As the other, for a spec that names no files of the user's; one sample after the other. */
    public static FaceSampler open(SceneDesign design, String device) {
        return open(design, AssetSource.NONE, device, Overlap.OFF);
    }

    /** As the other; one sample after the other, so that stages are. */
    public static FaceSampler open(SceneDesign design, AssetSource assets, String device, StageListener stages) {
        return open(design, assets, device, Overlap.OFF, stages);
    }

    /**
     * Opens a device and a drawing context.
     *
     * @param design what to draw
     * @param assets where the user's files are that the spec names
     * @param device where: "auto", "cpu" (Mesa's llvmpipe), "gpu", or "gpu:N" with N a CUDA index
     * @param overlap whether the samples that {@link #sample} is told of are begun before they are asked for
     * @throws io.limner.renderer.egl.EglException if no such device can be opened
     * @throws MissingCodecException if the machine lacks the codec of the spec's image format, or of the camera that the spec draws
     * @throws IllegalArgumentException if {@code device} is none of these words
     */
    public static FaceSampler open(SceneDesign design, AssetSource assets, String device, Overlap overlap) {
        return open(design, assets, device, overlap, StageListener.NONE);
    }

    private static FaceSampler open(
            SceneDesign design, AssetSource assets, String device, Overlap overlap, StageListener stages) {
        DeviceChoice choice = DeviceChoice.parse(device);
        if (storesJpeg(design.spec())) {
            TurboJpeg.system().require();
        }
        FaceModel faces = FaceModel.shared();
        ContextSlot slot = new ContextSlot(choice, faces.surface(), stages.ofPasses() ? stages : StageListener.NONE);
        try {
            return new FaceSampler(design, faces, assets, stages, slot, overlap.applies(slot.software()));
        } catch (RuntimeException e) {
            slot.close();
            throw e;
        }
    }

    /** Whether images may pass through JPEG: as they are written, or before, in the camera. */
    static boolean storesJpeg(DatasetSpec spec) {
        return spec.output().image().format() == ImageFormat.JPEG
                || !spec.composition().sections().stream()
                        .flatMap(section -> section.recipe().ways("capture.jpeg_quality").stream())
                        .allMatch(new Fixed(new Value.Quantity(Capture.LOSSLESS))::equals);
    }

    /** The driver of the device that draws, as rows name it. */
    public String driver() {
        return slot.driver().version();
    }

    /** This build of Limner and the device that draws, as rows name them. */
    public String renderer() {
        return "Limner " + LimnerVersion.current() + ", " + slot.driver().renderer();
    }

    /**
     * Draws sample {@code sampleId}. A fault of the sample itself gives a row with a failure. Where samples overlap, the first {@value
     * #MOST_AHEAD} of {@code next} are begun; one that is begun and not asked for the next time is dropped.
     *
     * @param next ids of the samples that will be asked for after it, in order
     * @throws DrawingException if the device fails; another try on another device may work
     * @throws MissingCodecException if the machine lacks a codec
     * @throws IllegalArgumentException if the spec has no such sample
     * @throws IllegalStateException if this sampler is closed
     */
    public FaceSample sample(long sampleId, long... next) {
        checkOpen(sampleId);
        if (ahead == null) {
            return drawn(sampleId);
        }
        try {
            return ahead.take(sampleId, next);
        } catch (RejectedExecutionException e) {
            checkOpen(sampleId);
            throw e;
        }
    }

    private FaceSample drawn(long sampleId) {
        checkOpen(sampleId);
        Scene scene = design.scene(sampleId);
        Output output = design.spec().output();
        Provenance provenance =
                new Provenance(specHash, Hashes.sample(scene, design.spec()), renderer(), driver(), credits(scene));
        try {
            return new FaceSample(design.place(sampleId), scene, provenance, drawing(scene, output), null);
        } catch (DrawingException | MissingCodecException e) {
            throw e; // The machine is at fault, not the sample.
        } catch (AssetException e) {
            return new FaceSample(
                    design.place(sampleId), scene, provenance, null, new Failure(e.code(), e.getMessage()));
        } catch (FaultyLabelsException e) {
            LOG.warn(
                    "sample {} of {} contradicts itself: {}",
                    sampleId,
                    design.spec().name(),
                    e.getMessage());
            return new FaceSample(
                    design.place(sampleId), scene, provenance, null, new Failure(e.code(), e.getMessage()));
        } catch (RuntimeException e) {
            checkOpen(sampleId); // A closed encoder is no fault of the sample.
            LOG.warn("sample {} of {} cannot be drawn", sampleId, design.spec().name(), e);
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new FaceSample(design.place(sampleId), scene, provenance, null, new Failure("SCENE_FAULT", message));
        }
    }

    private String credits(Scene scene) {
        Assets assets = design.spec().assets();
        String used = assets.usedBy(scene).stream().map(Asset::toString).collect(Collectors.joining(", "));
        String own = used.isEmpty() ? "" : "the user's " + used;
        return assets.head(scene).isPresent() ? own + licence(scene) : own.isEmpty() ? ASSETS : ASSETS + "; " + own;
    }

    private String licence(Scene scene) {
        try {
            return library.head(scene, Set.of())
                    .map(head -> "; licence of the head: " + head.source().licence())
                    .orElse("");
        } catch (DrawingException machine) {
            throw machine;
        } catch (RuntimeException fault) {
            return ""; // the row will say why
        }
    }

    private Drawing drawing(Scene scene, Output output) {
        CameraModel camera = CameraModels.of(scene.camera(), output.image());
        Setting setting = library.setting(scene);
        stages.done("scene");
        Face face = library.head(scene, output.labels())
                .map(own -> faces.face(scene, setting, own))
                .orElseGet(() -> faces.face(scene, setting, camera));
        stages.done("face");
        Frame frame = slot.draw(face, camera, output.labels());
        stages.done("hand over");
        return encoded(output, face, camera, frame);
    }

    /** Encoders take one sample at a time, and hold native memory, which {@link #close} may not take away from under them. */
    private synchronized Drawing encoded(Output output, Face face, CameraModel camera, Frame frame) {
        Labels labels = FaceLabels.checked(face, camera, frame, output.labels());
        RawLayers layers = LayerEncoder.raw(frame, output.labels());
        stages.done("labels");
        int quality = face.scene().capture().jpegQuality();
        byte[] rgb = quality == Capture.LOSSLESS ? frame.rgb() : artefacts.stored(frame.rgb(), frame.size(), quality);
        EncodedImage image = encoder.encode(rgb, frame.size());
        stages.done("image file");
        Layers files = layerEncoder.encode(layers, frame.size());
        stages.done("layer files");
        String pixels = Hashes.pixels(camera.width(), camera.height(), rgb);
        Drawing drawing = new Drawing(image, labels, files, pixels, Hashes.labels(output, labels, layers));
        stages.done("hashes");
        return drawing;
    }

    /** The scenes that this sampler draws. */
    public SceneDesign design() {
        return design;
    }

    private void checkOpen(long sampleId) {
        if (closed) {
            throw new IllegalStateException("sample " + sampleId + " of "
                    + design.spec().name() + " cannot be drawn: this sampler is closed; open another");
        }
    }

    /** Gives the device and the memory back. Closing twice is harmless; a sample that is being drawn meanwhile fails. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            encoder.close();
            layerEncoder.close();
            artefacts.close();
        }
        if (ahead != null) {
            ahead.close();
        }
        slot.close();
    }
}
