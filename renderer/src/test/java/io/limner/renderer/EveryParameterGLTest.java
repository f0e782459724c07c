package io.limner.renderer;

import static io.limner.schema.label.SegmentationClass.BACKGROUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.Domain;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogue's every parameter, moved alone from its neutral value, changes the picture; and unless it is the camera's, the background's or
 * the sensor's own, it changes no pixel far from the subject.
 */
@NeedsEgl
class EveryParameterGLTest {
    private static final int SIDE = 144;
    private static final ImageSettings IMAGE = new ImageSettings(SIDE, SIDE, ImageFormat.PNG, 100);
    private static final FaceModel MODEL = FaceModel.shared();
    /** Strands thinner than a pixel show where no pixel's centre meets them. */
    private static final int STRAY = SIDE * SIDE / 2000;

    /** Proved elsewhere: what takes files of the user's, and what is done to a picture after it is drawn. */
    private static final Set<String> ELSEWHERE = Set.of(
            "subject.head", // UserHeadGLTest
            "light.environment_seed", // AssetsGLTest
            "capture.jpeg_quality"); // FaceSamplerGLTest

    /** What must be there for a parameter to tell, by the longest beginning of its name. */
    private static final Map<String, String> WITH = Map.ofEntries(
            Map.entry("subject.identity_seed", "subject.identity_strength: 1"),
            Map.entry("subject.lipstick_color", "subject.lipstick: 1"),
            Map.entry("subject.eye_shadow_color", "subject.eye_shadow: 1"),
            Map.entry("hair.grey_age", "subject.age: 80"),
            Map.entry("hair.seed", "hair.style: long"),
            Map.entry("hair.parting", "hair.style: side_part"),
            Map.entry("hair.facial_length", "hair.facial_style: full_beard"),
            Map.entry("hair.facial_grey", "hair.facial_style: full_beard"),
            Map.entry("expression.intensity", "expression.preset: laugh"),
            Map.entry("wear.glasses_", "wear.glasses: round"),
            Map.entry("wear.occluder_", "wear.occluder: phone"),
            Map.entry("wear.headwear_", "wear.headwear: beanie"),
            Map.entry("wear.headphones_", "wear.headphones: over_ear"),
            Map.entry("wear.scarf_", "wear.scarf: wrapped"),
            Map.entry("wear.clothing_saturation", "wear.clothing_value: 0.8"),
            Map.entry("background.seed", "background.style: room"),
            Map.entry("camera.f_number", "background.style: room"),
            Map.entry("camera.k3", "camera.focal_length: 25, camera.distance: 300"),
            Map.entry("capture.motion_direction", "capture.motion_blur: 0.08"),
            Map.entry("capture.seed", "capture.noise: 0.05"));

    private static ContextSlot slot;
    private static final Map<String, Frame> BEFORE = new LinkedHashMap<>();

    @BeforeAll
    static void open() {
        slot = new ContextSlot(new DeviceChoice.Cpu(), MODEL.surface());
    }

    @AfterAll
    static void close() {
        slot.close();
        BEFORE.clear();
    }

    static Stream<String> parameters() {
        return Parameters.names().stream().filter(name -> !ELSEWHERE.contains(name));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void changesThePictureAndNothingFarFromTheSubject(String name) {
        String with = WITH.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("hair.seed: 0");
        Frame before = BEFORE.computeIfAbsent(with, EveryParameterGLTest::draw);
        Frame after = draw(with + ", " + name + ": " + another(Parameters.named(name)));
        int changed = 0;
        int far = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            if (!Arrays.equals(before.rgb(), 3 * i, 3 * i + 3, after.rgb(), 3 * i, 3 * i + 3)) {
                changed++;
                far += open(before, i) && open(after, i) ? 1 : 0;
            }
        }
        assertThat(changed).as("changed pixels").isGreaterThanOrEqualTo(4);
        if (!name.startsWith("camera.") && !name.startsWith("capture.") && !name.startsWith("background.")) {
            assertThat(far).as("changed pixels of the background").isLessThanOrEqualTo(STRAY);
        }
    }

    /** A value that is not the neutral one: of numbers the end farther from it, of names the last other one that needs no file. */
    private static String another(Parameter parameter) {
        Value neutral = parameter.standard().neutral();
        if (parameter.domain() instanceof Domain.Names names) {
            return names.names().stream()
                    .filter(one -> !one.equals("user") && !neutral.equals(new Value.Name(one)))
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
        double from = ((Value.Quantity) neutral).value();
        if (parameter.domain() instanceof Domain.Integers integers) {
            return Value.of(farther((double) integers.min(), (double) Math.min(1000, integers.max()), from))
                    .toString();
        }
        Domain.Numbers numbers = (Domain.Numbers) parameter.domain();
        double end = farther(numbers.min(), numbers.max(), from);
        // A whole turn is none.
        boolean round = numbers.max() - numbers.min() >= 360;
        return Value.of(round ? from + 0.4 * (end - from) : end).toString();
    }

    private static double farther(double min, double max, double from) {
        return max - from >= from - min ? max : min;
    }

    /** Whether the pixel and those about it show the background. */
    private static boolean open(Frame frame, int i) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                int x = Math.max(0, Math.min(SIDE - 1, i % SIDE + dx));
                int y = Math.max(0, Math.min(SIDE - 1, i / SIDE + dy));
                if (frame.classes()[y * SIDE + x] != BACKGROUND.code()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The neutral scene but for those parameters. */
    private static Frame draw(String parameters) {
        Scene scene = Designs.of("defaults: neutral", "parameters: { " + parameters + " }")
                .scene(0);
        CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
        return slot.draw(MODEL.face(scene, camera), camera);
    }
}
