package io.limner.renderer;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.image.ImageEncoder;
import io.limner.renderer.image.LayerEncoder;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.label.FaceLabels;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.sample.Hashes;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.RawLayers;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.SpecReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of a sample goes, one slot, one thread: {@code StageBenchmark SPEC [SAMPLES] [DEVICE]}. It measures and judges nothing.
 * CONTRIBUTING.md says how to run it.
 */
public final class StageBenchmark {
    private static final int WARM_UP = 20;

    private final Map<String, Long> nanoseconds = new LinkedHashMap<>();
    private long last;

    private StageBenchmark() {}

    /** Draws the samples of a spec and prints milliseconds a sample for each stage. */
    public static void main(String[] arguments) {
        DatasetSpec spec = SpecReader.read(Path.of(arguments[0]));
        int samples = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        String device = arguments.length > 2 ? arguments[2] : "auto";
        new StageBenchmark().run(new SceneDesign(spec), samples, DeviceChoice.parse(device));
    }

    private void run(SceneDesign design, int samples, DeviceChoice device) {
        DatasetSpec.Output output = design.spec().output();
        FaceModel faces = FaceModel.shared();
        try (ContextSlot slot = new ContextSlot(device, faces.surface());
                ImageEncoder encoder = ImageEncoder.of(output.image());
                LayerEncoder layerEncoder = new LayerEncoder()) {
            for (int i = -WARM_UP; i < samples; i++) {
                if (i == 0) {
                    nanoseconds.clear();
                }
                last = System.nanoTime();
                Scene scene = design.scene(Math.floorMod(i, design.spec().samples()));
                CameraModel camera = CameraModels.of(scene.camera(), output.image());
                took("scene");
                Face face = faces.face(scene, camera);
                took("head and hair");
                Frame frame = slot.draw(face, camera);
                took("drawing");
                Labels labels = FaceLabels.checked(face, camera, frame, LabelKind.standard());
                RawLayers layers = LayerEncoder.raw(frame, output.labels());
                took("labels and checks");
                Hashes.pixels(camera.width(), camera.height(), frame.rgb());
                Hashes.labels(output, labels, layers);
                took("hashes");
                encoder.encode(frame.rgb(), frame.size());
                took("image file");
                layerEncoder.encode(layers, frame.size());
                took("layer files");
            }
            print(samples, slot.driver().renderer());
        }
    }

    private void took(String stage) {
        long now = System.nanoTime();
        nanoseconds.merge(stage, now - last, Long::sum);
        last = now;
    }

    private void print(int samples, String renderer) {
        double total = nanoseconds.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf("%d samples on %s%n", samples, renderer);
        nanoseconds.forEach((stage, time) ->
                System.out.printf("%-17s %7.2f ms  %4.1f%%%n", stage, time / 1e6 / samples, 100 * time / total));
        System.out.printf("%-17s %7.2f ms  %.1f images/s%n", "all", total / 1e6 / samples, samples / (total / 1e9));
    }
}
