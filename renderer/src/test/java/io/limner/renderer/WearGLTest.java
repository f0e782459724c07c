package io.limner.renderer;

import static io.limner.schema.label.SegmentationClass.BACKGROUND;
import static io.limner.schema.label.SegmentationClass.CLOTHING;
import static io.limner.schema.label.SegmentationClass.EYE_WHITE;
import static io.limner.schema.label.SegmentationClass.FACIAL_HAIR;
import static io.limner.schema.label.SegmentationClass.GLASSES;
import static io.limner.schema.label.SegmentationClass.HAIR;
import static io.limner.schema.label.SegmentationClass.HEADPHONES;
import static io.limner.schema.label.SegmentationClass.IRIS;
import static io.limner.schema.label.SegmentationClass.LOWER_LIP;
import static io.limner.schema.label.SegmentationClass.OCCLUDER;
import static io.limner.schema.label.SegmentationClass.UPPER_LIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Strands;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.label.FaceLabels;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.HiddenBy;
import io.limner.schema.label.Ibug68;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Labels;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is worn shows where it should, and nowhere else. */
@NeedsEgl
class WearGLTest {
    private static final int SIDE = 128;
    private static final ImageSettings IMAGE = new ImageSettings(SIDE, SIDE, ImageFormat.PNG, 100);
    private static final FaceModel MODEL = FaceModel.shared();

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
        return Seen.of(parameter, value).frame;
    }

    private record Seen(Frame frame, Labels.Points landmarks) {
        static Seen of(String parameter, String value) {
            Scene scene = Designs.of("defaults: neutral", "parameters: { " + parameter + ": { fixed: " + value + " } }")
                    .scene(0);
            CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
            Face face = MODEL.face(scene, camera);
            Frame frame = slot.draw(face, camera);
            return new Seen(
                    frame,
                    FaceLabels.of(face, camera, frame, LabelKind.standard())
                            .landmarks()
                            .fixed());
        }
    }

    /** At least so many pixels of 128 x 128 show the thing. */
    @ParameterizedTest
    @CsvSource({
        "wear.glasses, round, GLASSES, 50",
        "wear.glasses, rectangle, GLASSES, 70",
        "wear.glasses, aviator, GLASSES, 50",
        "wear.glasses, cat_eye, GLASSES, 70",
        "wear.glasses, rimless, GLASSES, 10",
        "wear.mask, surgical, MASK, 500",
        "wear.occluder, phone, OCCLUDER, 900",
        "wear.occluder, cup, OCCLUDER, 900",
        "wear.occluder, card, OCCLUDER, 500",
        "wear.headwear, beanie, HEADWEAR, 900",
        "wear.headwear, cap, HEADWEAR, 900",
        "wear.headwear, brimmed_hat, HEADWEAR, 1200",
        "wear.headwear, headband, HEADWEAR, 400",
        "wear.headphones, over_ear, HEADPHONES, 200",
        "wear.scarf, wrapped, SCARF, 700",
        "hair.facial_style, stubble, FACIAL_HAIR, 20",
        "hair.facial_style, moustache, FACIAL_HAIR, 10",
        "hair.facial_style, goatee, FACIAL_HAIR, 15",
        "hair.facial_style, van_dyke, FACIAL_HAIR, 10",
        "hair.facial_style, chin_strap, FACIAL_HAIR, 20",
        "hair.facial_style, sideburns, FACIAL_HAIR, 5",
        "hair.facial_style, short_beard, FACIAL_HAIR, 60",
        "hair.facial_style, full_beard, FACIAL_HAIR, 150"
    })
    void itIsSeenUnderItsOwnClass(String parameter, String value, SegmentationClass kind, int least) {
        assertThat(count(plain, kind)).isZero();
        Frame worn = draw(parameter, value);
        assertThat(count(worn, kind)).isGreaterThanOrEqualTo(least);
        int stray = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            boolean behind = !near(worn, i, EnumSet.complementOf(EnumSet.of(BACKGROUND)));
            stray += behind && !near(plain, i, EnumSet.complementOf(EnumSet.of(BACKGROUND))) && differs(worn, plain, i)
                    ? 1
                    : 0;
        }
        // Strands thinner than a pixel show where no pixel's centre meets them, and another shadow falls on them.
        assertThat(stray).as("changed background").isLessThanOrEqualTo(SIDE * SIDE / 500);
    }

    @ParameterizedTest
    @CsvSource({"x, 60", "y, 60", "gap, 80", "roll, 40"})
    void aThingStandsWhereItIsTold(String parameter, String value) {
        Frame middle = draw("wear.occluder", "card");
        Frame moved = draw("wear.occluder: { fixed: card }, wear.occluder_" + parameter, value);
        assertThat(Arrays.equals(moved.classes(), middle.classes())).isFalse();
        double[] from = place(middle);
        double[] to = place(moved);
        assertThat(to[0] - from[0] > 5).isEqualTo(parameter.equals("x"));
        assertThat(from[1] - to[1] > 5).isEqualTo(parameter.equals("y"));
        assertThat(from[2] - to[2] > 60).isEqualTo(parameter.equals("gap"));
    }

    /** Mean column, row and depth of a thing. */
    private static double[] place(Frame frame) {
        double[] sum = new double[3];
        for (int i = 0; i < SIDE * SIDE; i++) {
            if (frame.classes()[i] == OCCLUDER.code()) {
                int row = i / SIDE;
                sum[0] += i % SIDE;
                sum[1] += row;
                sum[2] += frame.depth()[i];
            }
        }
        int count = count(frame, OCCLUDER);
        return new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
    }

    @Test
    void aMaskHidesMouthAndNoseAndTheBeardUnderIt() {
        Frame masked = draw("hair.facial_style: { fixed: full_beard }, wear.mask", "surgical");
        assertThat(count(masked, UPPER_LIP)).isZero();
        assertThat(count(masked, LOWER_LIP)).isZero();
        assertThat(count(masked, FACIAL_HAIR))
                .isLessThan(count(draw("hair.facial_style", "full_beard"), FACIAL_HAIR) / 2);
    }

    @Test
    void beardsAreLongerAndGreyerAsTold() {
        Frame beard = draw("hair.facial_style", "full_beard");
        Frame longer = draw("hair.facial_style: { fixed: full_beard }, hair.facial_length", "2");
        Frame grey = draw("hair.facial_style: { fixed: full_beard }, hair.facial_grey", "1");
        assertThat(count(longer, FACIAL_HAIR)).isGreaterThan(count(beard, FACIAL_HAIR) * 11 / 10);
        assertThat(Arrays.equals(grey.classes(), beard.classes())).isTrue();
        int lighter = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            boolean hair = is(beard.classes()[i], EnumSet.of(FACIAL_HAIR));
            lighter += hair && (grey.rgb()[3 * i + 2] & 255) > (beard.rgb()[3 * i + 2] & 255) ? 1 : 0;
        }
        assertThat(lighter).isGreaterThan(count(beard, FACIAL_HAIR) * 8 / 10);
        assertThat(Arrays.equals(draw("hair.facial_grey", "1").rgb(), plain.rgb()))
                .as("without a beard its grey does nothing")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Hair.FacialStyle.class)
    void facialHairTakesTwelveThousandTrianglesAtMost(Hair.FacialStyle style) {
        Scene scene = Designs.of(
                        "defaults: neutral", "parameters: { hair.facial_style: { fixed: " + Value.of(style) + " } }")
                .scene(0);
        Strands strands =
                MODEL.face(scene, CameraModels.of(scene.camera(), IMAGE)).strands();
        int count = 0;
        for (int t = 0; t < strands.shown(); t++) {
            count += strands.mesh().topology().classes()[t] == FACIAL_HAIR.code() ? 1 : 0;
        }
        assertThat(count).isLessThanOrEqualTo(12_000);
        assertThat(count > 0).isEqualTo(style != Hair.FacialStyle.NONE);
    }

    /** What glasses change lies on them, under them or in their shadow; never on the mouth, the shirt or the background. */
    @Test
    void glassesChangeOnlyWhatIsAboutTheEyes() {
        Frame glasses = draw("wear.glasses", "rectangle");
        Frame tinted = draw("wear.glasses: { fixed: rectangle }, wear.glasses_tint", "0.4");
        Frame dark = draw("wear.glasses: { fixed: rectangle }, wear.glasses_tint", "0.9");
        Frame matt = draw("wear.glasses: { fixed: rectangle }, wear.glasses_reflection", "0");
        Frame red = draw("wear.glasses: { fixed: rectangle }, wear.glasses_color", "red");
        assertThat(count(glasses, GLASSES)).isGreaterThan(60);
        assertThat(Arrays.equals(tinted.classes(), glasses.classes())).isTrue();
        assertThat(Arrays.equals(tinted.depth(), glasses.depth())).isTrue();
        assertThat(count(tinted, IRIS)).isPositive();
        assertThat(count(dark, IRIS)).as("irises behind dark glass").isZero();
        assertThat(count(dark, GLASSES)).isGreaterThan(3 * count(glasses, GLASSES));
        int[] changed = new int[4];
        for (int i = 0; i < SIDE * SIDE; i++) {
            // Tips of hair, which may lie in a shadow, are finer than a pixel.
            boolean free = !near(plain, i, EnumSet.of(HAIR));
            if (free && is(plain.classes()[i], EnumSet.of(BACKGROUND, CLOTHING, UPPER_LIP, LOWER_LIP))) {
                assertThat(differs(glasses, plain, i)).isFalse();
                assertThat(differs(dark, plain, i)).isFalse();
            }
            boolean eye = is(glasses.classes()[i], EnumSet.of(EYE_WHITE, IRIS));
            changed[0] += eye ? 1 : 0;
            changed[1] += eye && differs(tinted, glasses, i) ? 1 : 0;
            changed[2] += eye && differs(matt, glasses, i) ? 1 : 0;
            boolean rim = is(glasses.classes()[i], EnumSet.of(GLASSES));
            changed[3] += rim && differs(red, glasses, i) ? 1 : 0;
            // An arm under hair shows between its tips.
            if (free && !near(glasses, i, EnumSet.of(GLASSES))) {
                assertThat(differs(red, glasses, i)).isFalse();
            }
        }
        assertThat(changed[1]).as("tinted of %d", changed[0]).isGreaterThan(changed[0] * 9 / 10);
        assertThat(changed[2]).as("no longer mirrored of %d", changed[0]).isGreaterThan(changed[0] / 2);
        assertThat(changed[3]).as("red").isGreaterThan(count(glasses, GLASSES) * 8 / 10);
    }

    /** Colours change what has them and nothing else; labels stay. */
    @ParameterizedTest
    @CsvSource({
        "wear.headwear: { fixed: cap }, wear.headwear_hue, 20, HEADWEAR",
        "wear.headwear: { fixed: beanie }, wear.headwear_saturation, 0, HEADWEAR",
        "wear.headwear: { fixed: brimmed_hat }, wear.headwear_value, 0.9, HEADWEAR",
        "wear.headphones: { fixed: over_ear }, wear.headphones_color, red, HEADPHONES",
        "wear.scarf: { fixed: wrapped }, wear.scarf_hue, 150, SCARF",
        "wear.scarf: { fixed: wrapped }, wear.scarf_saturation, 0.1, SCARF",
        "wear.scarf: { fixed: wrapped }, wear.scarf_value, 0.9, SCARF"
    })
    void aColourChangesItsOwnThingOnly(String thing, String parameter, String value, SegmentationClass kind) {
        String bald = "hair.style: { fixed: bald }, " + thing + ", ";
        Frame before = draw(bald + "subject.age", "30");
        Frame after = draw(bald + parameter, value);
        assertThat(Arrays.equals(after.classes(), before.classes())).isTrue();
        assertThat(Arrays.equals(draw(parameter, value).rgb(), plain.rgb()))
                .as("not worn, it has no colour")
                .isTrue();
        int changed = 0;
        int stray = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            if (is(before.classes()[i], EnumSet.of(kind))) {
                changed += differs(after, before, i) ? 1 : 0;
            } else if (!near(before, i, EnumSet.of(kind))) {
                stray += differs(after, before, i) ? 1 : 0;
            }
        }
        // Cushions keep theirs.
        assertThat(changed).isGreaterThan(count(before, kind) * (kind == HEADPHONES ? 5 : 8) / 10);
        // A peak's edge may be thinner than a pixel.
        assertThat(stray).isLessThanOrEqualTo(5);
    }

    /** A peak over the brow takes light from the face and from nothing behind it. */
    @Test
    void aHatShadesTheFace() {
        String light = "light.key_elevation: { fixed: 60 }, light.key_intensity: { fixed: 2 }, ";
        Frame bare = draw(light + "hair.style: { fixed: bald }, subject.age", "30");
        Frame capped = draw(light + "hair.style: { fixed: bald }, wear.headwear", "cap");
        int darker = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            boolean skin = is(capped.classes()[i], EnumSet.of(SegmentationClass.SKIN, SegmentationClass.NOSE));
            darker += skin && (capped.rgb()[3 * i] & 255) + 10 < (bare.rgb()[3 * i] & 255) ? 1 : 0;
            if (is(capped.classes()[i], EnumSet.of(BACKGROUND))
                    && !near(capped, i, EnumSet.complementOf(EnumSet.of(BACKGROUND)))) {
                assertThat(differs(capped, bare, i)).isFalse();
            }
        }
        assertThat(darker).as("pixels of the face in the shadow of the peak").isGreaterThan(100);
    }

    /** What hides a landmark is what its pixel shows. */
    @ParameterizedTest
    @CsvSource({
        "wear.headphones, over_ear, HEADPHONES, camera.azimuth, 70, 1",
        "wear.headwear, cap, HEADWEAR, camera.elevation, 40, 4"
    })
    void whatIsWornHidesLandmarks(
            String parameter, String value, SegmentationClass kind, String view, String angle, int least) {
        String others = "hair.style: { fixed: bald }, " + view + ": { fixed: " + angle + " }, ";
        Seen worn = Seen.of(others + parameter, value);
        Seen bare = Seen.of(others + "subject.age", "30");
        int hidden = 0;
        for (int i = 0; i < Ibug68.COUNT; i++) {
            if (worn.landmarks.visibility()[i] == 1 && bare.landmarks.visibility()[i] == 2) {
                int column = (int) worn.landmarks.points2d()[2 * i];
                int row = (int) worn.landmarks.points2d()[2 * i + 1];
                assertThat(worn.landmarks.hiddenBy()[i]).isEqualTo((byte) HiddenBy.WEAR.code());
                assertThat(near(worn.frame, row * SIDE + column, EnumSet.of(kind)))
                        .as("landmark %d lies under the %s", i, value)
                        .isTrue();
                hidden++;
            }
        }
        assertThat(hidden).isGreaterThanOrEqualTo(least);
    }

    private static int count(Frame frame, SegmentationClass kind) {
        int count = 0;
        for (byte code : frame.classes()) {
            count += code == kind.code() ? 1 : 0;
        }
        return count;
    }

    private static boolean differs(Frame one, Frame other, int i) {
        return !Arrays.equals(one.rgb(), 3 * i, 3 * i + 3, other.rgb(), 3 * i, 3 * i + 3);
    }

    private static boolean is(int code, Set<SegmentationClass> kinds) {
        return kinds.stream().anyMatch(kind -> kind.code() == code);
    }

    /** Whether such a pixel is at {@code i} or next to it: colour blends over a pixel's edges. */
    private static boolean near(Frame frame, int i, Set<SegmentationClass> kinds) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int x = Math.max(0, Math.min(SIDE - 1, i % SIDE + dx));
                int y = Math.max(0, Math.min(SIDE - 1, i / SIDE + dy));
                if (is(frame.classes()[y * SIDE + x], kinds)) {
                    return true;
                }
            }
        }
        return false;
    }
}
