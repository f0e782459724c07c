package io.limner.renderer;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.image.ImageEncoder;
import io.limner.renderer.image.JpegEncoder;
import io.limner.renderer.image.LayerEncoder;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.label.FaceLabels;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample.Layers;
import io.limner.schema.sample.Hashes;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.RawLayers;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What Java does for a sample at 512 x 512 with all labels, part by part, ms; over samples that follow each other. Drawing is left out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class SampleBenchmark {
    private static final String SPEC = "limner: 1\nname: jmh\nsamples: 1000000\nimage: { width: 512, height: 512 }\n";
    private static final int QUALITY = 95;

    private final DatasetSpec spec = SpecReader.parse(SPEC, "jmh.yaml");
    private final SceneDesign design = new SceneDesign(spec);
    private final FaceModel faces = FaceModel.shared();
    private final LayerEncoder layers = new LayerEncoder();
    private final ImageEncoder images = new JpegEncoder(QUALITY);

    private long next;
    private Scene scene;
    private CameraModel camera;
    private Face face;
    private Frame frame;
    private Labels labels;
    private RawLayers raw;

    /** One sample with all that comes of it. */
    @Setup(Level.Trial)
    public void draw() {
        scene = design.scene(0);
        camera = CameraModels.of(scene.camera(), spec.output().image());
        face = faces.face(scene, camera);
        try (ContextSlot slot = new ContextSlot(new DeviceChoice.Cpu(), faces.surface())) {
            frame = slot.draw(face, camera, spec.output().labels());
        }
        labels = labels();
        raw = raw();
    }

    /** Spec and sample id to a scene. */
    @Benchmark
    public Scene scene() {
        return design.scene(next++ % spec.samples());
    }

    /** Scene to a moved head and strands of hair; finding the scene included. */
    @Benchmark
    public Face face() {
        return faces.face(scene(), camera);
    }

    /** Labels of a frame, and the checks that they pass. */
    @Benchmark
    public Labels labels() {
        return FaceLabels.checked(face, camera, frame, spec.output().labels());
    }

    /** Depth to steps. */
    @Benchmark
    public RawLayers raw() {
        return LayerEncoder.raw(frame, spec.output().labels());
    }

    /** Label layers to PNG. */
    @Benchmark
    public Layers layerFiles() {
        return layers.encode(raw, frame.size());
    }

    /** The image to JPEG. */
    @Benchmark
    public EncodedImage imageFile() {
        return images.encode(frame.rgb(), frame.size());
    }

    /** Hash of what a sample is to be. */
    @Benchmark
    public String sampleHash() {
        return Hashes.sample(scene, spec);
    }

    /** Hashes of pixels and labels. */
    @Benchmark
    public String hashes() {
        return Hashes.pixels(camera.width(), camera.height(), frame.rgb()) + Hashes.labels(spec.output(), labels, raw);
    }

    /** Gives native memory back. */
    @TearDown(Level.Trial)
    public void close() {
        layers.close();
        images.close();
    }
}
