package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Pose;
import io.limner.schema.scene.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Looks at many people: what is behind lids and lips must stay there. */
class EyesAndMouthTest {
    private static final int PEOPLE = 200;
    private static final List<Expression.Preset> PRESETS = List.of(Expression.Preset.values());
    private static final List<Blendshape> MOVEMENTS = List.of(Blendshape.values());
    /** By how much the inner borders of pressed or rolled lips, which meet behind what is seen, may pass each other, mm. */
    private static final double MOST_CROSSING = 4;

    private static final Gaze AHEAD = new Gaze(0, 0);

    private final HeadModel model = new HeadModel(HeadPack.get());
    private final FaceChecks checks = new FaceChecks(model.topology());

    @Test
    void aBlinkCoversBothEyes() {
        for (int i = 0; i < PEOPLE; i++) {
            Deformed head = head(i, Expression.Preset.BLINK, new Pose(0, 0, 0), AHEAD);
            assertThat(checks.pixels(FaceChecks.view(head, FaceChecks.EYES_SPAN, 0), SegmentationClass.EYE_WHITE))
                    .as("person " + i)
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void openEyesShowBetweenTheirLidsOnly() {
        for (int i = 0; i < PEOPLE; i++) {
            Deformed head =
                    head(i, Expression.Preset.NEUTRAL, new Pose(0, 0, 0), i % 2 == 0 ? AHEAD : new Gaze(15, 10));
            SoftwareView view = FaceChecks.view(head, FaceChecks.EYES_SPAN, 0);
            assertThat(checks.pixels(view, SegmentationClass.EYE_WHITE))
                    .as("person " + i)
                    .isGreaterThan(60);
            assertThat(checks.outside(view, head.anchors().landmarks()))
                    .as("person " + i)
                    .isZero();
        }
    }

    @Test
    void shutLipsCoverTheTeeth() {
        for (int i = 0; i < PEOPLE; i++) {
            Deformed head = head(i, Expression.Preset.NEUTRAL, new Pose(0, 0, 0), AHEAD);
            double mouth = head.anchors().landmarks()[3 * 62 + 1];
            SoftwareView view = FaceChecks.view(head, FaceChecks.MOUTH_SPAN, mouth);
            assertThat(checks.pixels(view, SegmentationClass.TEETH))
                    .as("person " + i)
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aLaughShowsTeethAndAnOpenMouthItsInside() {
        Deformed laugh = head(3, Expression.Preset.LAUGH, new Pose(0, 0, 0), AHEAD);
        assertThat(checks.pixels(FaceChecks.view(laugh, FaceChecks.MOUTH_SPAN, -65), SegmentationClass.TEETH))
                .isGreaterThan(60);
        Deformed open = head(3, Expression.Preset.MOUTH_OPEN, new Pose(0, 0, 0), AHEAD);
        SoftwareView view = FaceChecks.view(open, FaceChecks.MOUTH_SPAN, -70);
        assertThat(checks.pixels(view, SegmentationClass.MOUTH_INTERIOR)
                        + checks.pixels(view, SegmentationClass.TONGUE))
                .isGreaterThan(60);
    }

    @Test
    void theUpperLidFollowsTheGaze() {
        double[] ahead = head(3, Expression.Preset.NEUTRAL, new Pose(0, 0, 0), AHEAD)
                .anchors()
                .landmarks();
        double[] down = head(3, Expression.Preset.NEUTRAL, new Pose(0, 0, 0), new Gaze(0, 20))
                .anchors()
                .landmarks();
        double[] up = head(3, Expression.Preset.NEUTRAL, new Pose(0, 0, 0), new Gaze(0, -20))
                .anchors()
                .landmarks();
        int lid = 3 * 43 + 1;
        assertThat(down[lid]).isLessThan(ahead[lid] - 0.5);
        assertThat(up[lid]).isGreaterThan(ahead[lid] + 0.3);
    }

    /** Any mixture of a preset and single movements on anyone, whichever way the eyes look. */
    @Test
    void mixedMovementsStayPlausible() {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Deformed head = mixed(i);
            double[] points = head.anchors().landmarks();
            int eyes = checks.outside(FaceChecks.view(head, FaceChecks.EYES_SPAN, 0), points);
            int mouth = checks.pierced(FaceChecks.view(head, FaceChecks.MOUTH_SPAN, points[3 * 62 + 1]), points);
            double crossing = points[3 * 66 + 1] - points[3 * 62 + 1];
            if (eyes > 2 || mouth > 6 || crossing > MOST_CROSSING) {
                faults.add("person " + i + ", " + preset(i) + " and " + movements(i) + ": " + eyes
                        + " pixels of eyeballs beyond lids, " + mouth + " of teeth and gums beyond lips, lips cross by "
                        + crossing
                        + " mm");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aBlinkShutsEyesWhateverElseTheFaceDoes() {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Map<Blendshape, Double> movements = new EnumMap<>(movements(i));
            movements.put(Blendshape.EYE_BLINK_LEFT, 1.0);
            movements.put(Blendshape.EYE_BLINK_RIGHT, 1.0);
            Deformed head = model.deform(ContactSheet.scene(
                    ContactSheet.person(i).subject(),
                    new Expression(preset(i), 1, movements),
                    new Pose(0, 0, 0),
                    gaze(i)));
            int seen = checks.pixels(FaceChecks.view(head, FaceChecks.EYES_SPAN, 0), SegmentationClass.EYE_WHITE);
            if (seen > 3) {
                faults.add(
                        "person " + i + ", " + preset(i) + " and " + movements + ": " + seen + " pixels of eyeballs");
            }
        }
        assertThat(faults).isEmpty();
    }

    private Deformed mixed(int i) {
        Expression expression = new Expression(preset(i), 1, movements(i));
        return model.deform(
                ContactSheet.scene(ContactSheet.person(i).subject(), expression, new Pose(0, 0, 0), gaze(i)));
    }

    private static Expression.Preset preset(int i) {
        return PRESETS.get(i % PRESETS.size());
    }

    private static Gaze gaze(int i) {
        Random random = new Random(i);
        return new Gaze(56 * random.nextDouble() - 28, 40 * random.nextDouble() - 20);
    }

    private static Map<Blendshape, Double> movements(int i) {
        Random random = new Random(7919L * i);
        Map<Blendshape, Double> out = new EnumMap<>(Blendshape.class);
        for (int n = 0; n < 4; n++) {
            out.put(MOVEMENTS.get(random.nextInt(MOVEMENTS.size())), random.nextDouble());
        }
        return out;
    }

    private Deformed head(int i, Expression.Preset preset, Pose pose, Gaze gaze) {
        Subject subject = ContactSheet.person(i).subject();
        return model.deform(ContactSheet.scene(subject, new Expression(preset, 1), pose, gaze));
    }
}
