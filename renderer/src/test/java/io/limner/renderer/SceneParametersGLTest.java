package io.limner.renderer;

import static io.limner.schema.label.SegmentationClass.BACKGROUND;
import static io.limner.schema.label.SegmentationClass.BROW;
import static io.limner.schema.label.SegmentationClass.CLOTHING;
import static io.limner.schema.label.SegmentationClass.EAR;
import static io.limner.schema.label.SegmentationClass.EYE_WHITE;
import static io.limner.schema.label.SegmentationClass.HAIR;
import static io.limner.schema.label.SegmentationClass.IRIS;
import static io.limner.schema.label.SegmentationClass.LOWER_LIP;
import static io.limner.schema.label.SegmentationClass.NECK;
import static io.limner.schema.label.SegmentationClass.NOSE;
import static io.limner.schema.label.SegmentationClass.SKIN;
import static io.limner.schema.label.SegmentationClass.UPPER_LIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter shows where it should, and nowhere else. */
@NeedsEgl
class SceneParametersGLTest {
    private static final int SIDE = 128;
    private static final ImageSettings IMAGE = new ImageSettings(SIDE, SIDE, ImageFormat.PNG, 100);
    private static final FaceModel MODEL = FaceModel.shared();
    /** Strands thinner than a pixel show where no pixel's centre meets them. */
    private static final int STRAY = SIDE * SIDE / 500;

    private static final Set<SegmentationClass> ALL = EnumSet.allOf(SegmentationClass.class);
    private static final Set<SegmentationClass> SUBJECT = EnumSet.complementOf(EnumSet.of(BACKGROUND));
    private static final Set<SegmentationClass> BARE = EnumSet.of(SKIN, NOSE, EAR, NECK, UPPER_LIP, LOWER_LIP);

    private static ContextSlot slot;
    private static Frame plain;

    @BeforeAll
    static void open() {
        slot = new ContextSlot(new DeviceChoice.Cpu(), MODEL.surface());
        plain = draw("subject.age", "30");
    }

    @AfterAll
    static void close() {
        slot.close();
    }

    /** The neutral scene but for one parameter. */
    private static Frame draw(String parameter, String value) {
        Scene scene = Designs.of("defaults: neutral", "parameters: { " + parameter + ": { fixed: " + value + " } }")
                .scene(0);
        CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
        return slot.draw(MODEL.face(scene, camera), camera);
    }

    /**
     * What a parameter does to the look.
     *
     * @param least share of the pixels of {@code shows} that must change, 0 to 1
     * @param shows where it must be seen
     * @param within where it may be seen
     */
    private record Look(
            String parameter, String value, double least, Set<SegmentationClass> shows, Set<SegmentationClass> within) {
        @Override
        public String toString() {
            return parameter + " = " + value;
        }
    }

    static Look[] looks() {
        return new Look[] {
            // The light is set for the skin: another tone lights all of the subject in another way, and not the
            // background.
            new Look("subject.skin_tone", "9", 0.9, BARE, SUBJECT),
            new Look("subject.freckles", "1", 0.01, EnumSet.of(SKIN, NOSE), BARE),
            new Look("subject.blemishes", "1", 0.005, EnumSet.of(SKIN, NOSE), BARE),
            new Look("subject.wrinkles", "2", 0.05, EnumSet.of(SKIN, NOSE), BARE),
            new Look("subject.lipstick", "1", 0.9, EnumSet.of(UPPER_LIP, LOWER_LIP), BARE),
            new Look("subject.eye_shadow", "1", 0.005, EnumSet.of(SKIN), EnumSet.of(SKIN, EYE_WHITE, IRIS)),
            new Look("subject.eyeliner", "1", 0.002, EnumSet.of(SKIN), EnumSet.of(SKIN, EYE_WHITE, IRIS)),
            new Look("subject.blush", "1", 0.05, EnumSet.of(SKIN), EnumSet.of(SKIN, NOSE)),
            new Look("subject.shine", "1", 0.3, EnumSet.of(SKIN, NOSE), BARE),
            new Look("subject.eye_color", "blue", 0.6, EnumSet.of(IRIS), EnumSet.of(IRIS, EYE_WHITE)),
            new Look("hair.color", "blond", 0.8, EnumSet.of(HAIR, BROW), SUBJECT),
            new Look("hair.grey_age", "10", 0.5, EnumSet.of(HAIR), EnumSet.of(HAIR, BROW)),
            new Look("hair.stubble", "1", 0.1, EnumSet.of(SKIN), BARE),
            new Look("wear.clothing_hue", "20", 0.9, EnumSet.of(CLOTHING), EnumSet.of(CLOTHING)),
            new Look("wear.clothing_pattern", "stripes", 0.3, EnumSet.of(CLOTHING), EnumSet.of(CLOTHING)),
            new Look("wear.clothing_pattern", "check", 0.5, EnumSet.of(CLOTHING), EnumSet.of(CLOTHING)),
            new Look("wear.clothing_value", "0.9", 0.9, EnumSet.of(CLOTHING), EnumSet.of(CLOTHING)),
            new Look("light.environment", "sunset", 0.8, SUBJECT, SUBJECT),
            new Look("light.rotation", "120", 0.5, EnumSet.of(SKIN, NOSE, CLOTHING), SUBJECT),
            new Look("light.intensity", "1.6", 0.9, EnumSet.of(SKIN, NOSE, CLOTHING, HAIR), SUBJECT),
            new Look("light.key_azimuth", "-50", 0.7, EnumSet.of(SKIN, NOSE), SUBJECT),
            new Look("light.key_elevation", "70", 0.7, EnumSet.of(SKIN, NOSE), SUBJECT),
            new Look("light.key_intensity", "0", 0.7, EnumSet.of(SKIN, NOSE), SUBJECT),
            new Look("light.key_temperature", "2500", 0.7, EnumSet.of(SKIN, NOSE), SUBJECT),
            new Look("light.temperature", "3000", 0.8, EnumSet.of(SKIN, NOSE, CLOTHING), SUBJECT),
            new Look("light.key_size", "25", 0.1, EnumSet.of(SKIN, NOSE), SUBJECT),
            new Look("background.seed", "77", 0.95, EnumSet.of(BACKGROUND), EnumSet.of(BACKGROUND)),
            new Look("background.style", "outdoor", 0.95, EnumSet.of(BACKGROUND), EnumSet.of(BACKGROUND)),
            new Look("capture.exposure", "1", 0.9, ALL, ALL),
            new Look("camera.spectrum", "near_infrared", 0.9, ALL, ALL),
            new Look("capture.white_balance", "4500", 0.9, ALL, ALL),
            new Look("capture.defocus", "0.02", 0.5, EnumSet.of(SKIN, NOSE, IRIS), ALL),
            new Look("capture.motion_blur", "0.05", 0.5, EnumSet.of(SKIN, NOSE, IRIS), ALL),
            new Look("capture.noise", "0.06", 0.8, EnumSet.of(BACKGROUND, SKIN), ALL),
        };
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aParameterOfTheLookChangesItsOwnSurfacesAndNoLabel(Look look) {
        Frame changed = draw(look.parameter, look.value);
        assertThat(Arrays.equals(changed.classes(), plain.classes()))
                .as("same classes")
                .isTrue();
        assertThat(Arrays.equals(changed.depth(), plain.depth()))
                .as("same depth")
                .isTrue();
        assertThat(Arrays.equals(changed.normals(), plain.normals()))
                .as("same normals")
                .isTrue();
        int concerned = 0;
        int shown = 0;
        int stray = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            boolean differs = differs(changed, i);
            if (is(plain.classes()[i], look.shows)) {
                concerned++;
                shown += differs ? 1 : 0;
            }
            stray += differs && !near(i, look.within) ? 1 : 0;
        }
        assertThat(concerned).as("pixels of %s", look.shows).isPositive();
        assertThat((double) shown / concerned)
                .as("changed share of %s", look.shows)
                .isGreaterThan(look.least);
        assertThat(stray).as("changed pixels far from %s", look.within).isLessThanOrEqualTo(STRAY);
    }

    private static boolean differs(Frame other, int i) {
        return !Arrays.equals(other.rgb(), 3 * i, 3 * i + 3, plain.rgb(), 3 * i, 3 * i + 3);
    }

    private static boolean is(int code, Set<SegmentationClass> kinds) {
        return kinds.stream().anyMatch(kind -> kind.code() == code);
    }

    /** Whether such a pixel is at {@code i} or next to it: colour blends over a pixel's edges. */
    private static boolean near(int i, Set<SegmentationClass> kinds) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int x = Math.max(0, Math.min(SIDE - 1, i % SIDE + dx));
                int y = Math.max(0, Math.min(SIDE - 1, i / SIDE + dy));
                if (is(plain.classes()[y * SIDE + x], kinds)) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({
        "subject.age, 75",
        "subject.sex, male",
        "subject.ancestry.asian, 0",
        "subject.identity_strength, 1",
        "subject.body_mass, 1",
        "wear.clothing, v_neck",
        "wear.clothing, scoop_neck",
        "wear.clothing, turtleneck",
        "hair.style, long",
        "hair.length, 1.5",
        "hair.curl, 0.8",
        "hair.density, 0.2",
        "hair.parting, -1",
        "hair.brow_density, 0",
        "hair.seed, 9",
        "expression.preset, laugh",
        "head.yaw, 20",
        "head.pitch, 15",
        "head.roll, 10",
        "gaze.yaw, 20",
        "gaze.pitch, 12",
        "camera.focal_length, 50",
        "camera.distance, 500",
        "camera.azimuth, 30",
        "camera.elevation, 25",
        "camera.roll, 15",
        "camera.k1, -0.3",
        "camera.k2, 0.5",
        "camera.p1, 0.04",
        "camera.p2, 0.04",
        "camera.offset_x, 0.1",
        "camera.offset_y, 0.1"
    })
    void aParameterOfTheShapeChangesThePictureAndItsLabels(String parameter, String value) {
        Frame changed = draw(parameter, value);
        assertThat(Arrays.equals(changed.classes(), plain.classes()))
                .as("same classes")
                .isFalse();
        assertThat(Arrays.equals(changed.depth(), plain.depth()))
                .as("same depth")
                .isFalse();
        assertThat(Arrays.equals(changed.rgb(), plain.rgb())).as("same colours").isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aMovementOfTheFaceChangesTheFaceAndNothingElse(Blendshape movement) {
        Frame changed = draw(movement.parameter(), "1");
        int shown = 0;
        int stray = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            boolean differs = differs(changed, i);
            shown += differs ? 1 : 0;
            // The jaw moves the face's outline, and its shadow on the shirt.
            stray += differs && changed.classes()[i] == 0 && plain.classes()[i] == 0 ? 1 : 0;
        }
        assertThat(shown).isGreaterThan(12);
        assertThat(stray).isLessThanOrEqualTo(STRAY);
    }

    @Test
    void moreExposureIsBrighterAndNoiseFollowsItsSeed() {
        assertThat(mean(draw("capture.exposure", "1"))).isGreaterThan(1.15 * mean(plain));
        assertThat(mean(draw("capture.exposure", "-1"))).isLessThan(0.85 * mean(plain));
        assertThat(Arrays.equals(draw("capture.seed", "9").rgb(), plain.rgb()))
                .as("without noise its seed does nothing")
                .isTrue();
        Frame noisy = draw("capture.seed: { fixed: 3 }, capture.noise", "0.05");
        Frame other = draw("capture.seed: { fixed: 4 }, capture.noise", "0.05");
        assertThat(Arrays.equals(noisy.rgb(), other.rgb())).isFalse();
    }

    @Test
    void aShirtReachesTheLowerEdgeOfAPictureTakenFromAfar() {
        Frame far = draw("camera.focal_length: { fixed: 50 }, camera.distance", "2400");
        assertThat((int) far.classes()[SIDE * (SIDE - 1) + SIDE / 2]).isEqualTo(CLOTHING.code());
    }

    @Test
    void aSmallFNumberSoftensTheBackgroundAndNothingElse() {
        String scene = "background.style: { fixed: room }, background.seed: { fixed: 4 }, camera.f_number";
        Frame sharp = draw(scene, "16");
        Frame soft = draw(scene, "2");
        assertThat(contrast(soft)[0]).isLessThan(contrast(sharp)[0]);
        int changed = 0;
        int stray = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            boolean differs = !Arrays.equals(sharp.rgb(), 3 * i, 3 * i + 3, soft.rgb(), 3 * i, 3 * i + 3);
            changed += differs ? 1 : 0;
            stray += differs && !near(i, EnumSet.of(BACKGROUND)) ? 1 : 0;
        }
        assertThat(stray).isLessThanOrEqualTo(STRAY);
        assertThat(changed).isGreaterThan(SIDE * SIDE / 20);
    }

    @Test
    void theHighestTermOfTheLensShowsThroughAWideOne() {
        String wide = "camera.focal_length: { fixed: 25 }, camera.distance: { fixed: 300 }, camera.k3";
        assertThat(Arrays.equals(draw(wide, "0.3").depth(), draw(wide, "0").depth()))
                .isFalse();
    }

    @Test
    void aHighWhiteBalanceIsWarmAndNearInfraredIsGrey() {
        assertThat(redOverBlue(draw("capture.white_balance", "9000"))).isGreaterThan(1.15 * redOverBlue(plain));
        assertThat(redOverBlue(draw("capture.white_balance", "4000"))).isLessThan(0.8 * redOverBlue(plain));
        byte[] grey = draw("camera.spectrum", "near_infrared").rgb();
        for (int i = 0; i < grey.length; i += 3) {
            assertThat(grey[i] == grey[i + 1] && grey[i] == grey[i + 2])
                    .as("pixel %d is grey", i / 3)
                    .isTrue();
        }
    }

    @Test
    void inNearInfraredTheToneOfTheSkinHardlyTells() {
        double visible = Math.abs(skin(draw("subject.skin_tone", "1")) - skin(draw("subject.skin_tone", "10")));
        String infrared = "camera.spectrum: { fixed: near_infrared }, subject.skin_tone";
        double unseen = Math.abs(skin(draw(infrared, "1")) - skin(draw(infrared, "10")));
        assertThat(unseen).isLessThan(0.25 * visible);
    }

    @Test
    void motionBlurRunsAlongItsDirection() {
        String motion = "capture.motion_blur: { fixed: 0.08 }, capture.motion_direction";
        double[] across = contrast(draw(motion, "0"));
        double[] upright = contrast(draw(motion, "90"));
        assertThat(across[0]).as("edges met along the motion").isLessThan(0.8 * upright[0]);
        assertThat(upright[1]).isLessThan(0.8 * across[1]);
    }

    /** Mean step of green from pixel to pixel, along rows and along columns. */
    private static double[] contrast(Frame frame) {
        double[] sum = new double[2];
        for (int i = 0; i < SIDE * (SIDE - 1); i++) {
            int here = frame.rgb()[3 * i + 1] & 255;
            sum[0] += Math.abs(here - (frame.rgb()[3 * (i + 1) + 1] & 255)) * (i % SIDE < SIDE - 1 ? 1 : 0);
            sum[1] += Math.abs(here - (frame.rgb()[3 * (i + SIDE) + 1] & 255));
        }
        return sum;
    }

    private static double redOverBlue(Frame frame) {
        double red = 0;
        double blue = 0;
        for (int i = 0; i < frame.rgb().length; i += 3) {
            red += frame.rgb()[i] & 255;
            blue += frame.rgb()[i + 2] & 255;
        }
        return red / blue;
    }

    /** Mean green of the skin. */
    private static double skin(Frame frame) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            if (frame.classes()[i] == SKIN.code()) {
                sum += frame.rgb()[3 * i + 1] & 255;
                count++;
            }
        }
        return sum / count;
    }

    private static double mean(Frame frame) {
        double sum = 0;
        for (byte value : frame.rgb()) {
            sum += value & 255;
        }
        return sum / frame.rgb().length;
    }
}
