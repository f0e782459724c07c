package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Pose;
import io.limner.schema.scene.Subject;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Looks at many people: what is behind lids and lips must stay there. */
class EyesAndMouthTest {
    private static final int PEOPLE = 200;
    private static final int SIZE = 128;
    private static final double EYES_SPAN = 110;
    private static final double MOUTH_SPAN = 90;
    private static final List<Expression.Preset> PRESETS = List.of(Expression.Preset.values());
    private static final List<Blendshape> MOVEMENTS = List.of(Blendshape.values());
    private static final Gaze AHEAD = new Gaze(0, 0);

    private final HeadModel model = new HeadModel(HeadPack.get());

    @Test
    void aBlinkCoversBothEyes() {
        for (int i = 0; i < PEOPLE; i++) {
            Deformed head = head(i, Expression.Preset.BLINK, new Pose(0, 0, 0), AHEAD);
            assertThat(pixels(view(head, EYES_SPAN, 0), SegmentationClass.EYE_WHITE))
                    .as("person " + i)
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void openEyesShowBetweenTheirLidsOnly() {
        for (int i = 0; i < PEOPLE; i++) {
            Deformed head =
                    head(i, Expression.Preset.NEUTRAL, new Pose(0, 0, 0), i % 2 == 0 ? AHEAD : new Gaze(15, 10));
            SoftwareView view = view(head, EYES_SPAN, 0);
            assertThat(pixels(view, SegmentationClass.EYE_WHITE))
                    .as("person " + i)
                    .isGreaterThan(60);
            assertThat(outside(view, head.anchors().landmarks()))
                    .as("person " + i)
                    .isZero();
        }
    }

    @Test
    void shutLipsCoverTheTeeth() {
        for (int i = 0; i < PEOPLE; i++) {
            Deformed head = head(i, Expression.Preset.NEUTRAL, new Pose(0, 0, 0), AHEAD);
            double mouth = head.anchors().landmarks()[3 * 62 + 1];
            SoftwareView view = view(head, MOUTH_SPAN, mouth);
            assertThat(pixels(view, SegmentationClass.TEETH)).as("person " + i).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aLaughShowsTeethAndAnOpenMouthItsInside() {
        Deformed laugh = head(3, Expression.Preset.LAUGH, new Pose(0, 0, 0), AHEAD);
        assertThat(pixels(view(laugh, MOUTH_SPAN, -65), SegmentationClass.TEETH))
                .isGreaterThan(60);
        Deformed open = head(3, Expression.Preset.MOUTH_OPEN, new Pose(0, 0, 0), AHEAD);
        SoftwareView view = view(open, MOUTH_SPAN, -70);
        assertThat(pixels(view, SegmentationClass.MOUTH_INTERIOR) + pixels(view, SegmentationClass.TONGUE))
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
            int eyes = outside(view(head, EYES_SPAN, 0), points);
            int mouth = pierced(view(head, MOUTH_SPAN, points[3 * 62 + 1]), points);
            if (eyes > 2 || mouth > 6) {
                faults.add("person " + i + ", " + preset(i) + " and " + movements(i) + ": " + eyes
                        + " pixels of eyeballs beyond lids, " + mouth + " of teeth and gums beyond lips");
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
            int seen = pixels(view(head, EYES_SPAN, 0), SegmentationClass.EYE_WHITE);
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

    /** Pixels of what is inside the mouth that lie outside the red of the lips; an outstretched tongue may. */
    private int pierced(SoftwareView view, double[] points) {
        Path2D lips = new Path2D.Double();
        for (int p = 48; p < 60; p++) {
            double x = view.screenX(points[3 * p], points[3 * p + 2]);
            double y = view.screenY(points[3 * p + 1], points[3 * p + 2]);
            if (p == 48) {
                lips.moveTo(x, y);
            } else {
                lips.lineTo(x, y);
            }
        }
        lips.closePath();
        int count = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            int t = view.triangleAt(i % SIZE, i / SIZE);
            int code = t < 0 ? 0 : model.topology().classes()[t];
            boolean inner = code == SegmentationClass.TEETH.code() || code == SegmentationClass.MOUTH_INTERIOR.code();
            count += inner && !lips.contains(i % SIZE + 0.5, Math.floorDiv(i, SIZE) + 0.5) ? 1 : 0;
        }
        return count;
    }

    private Deformed head(int i, Expression.Preset preset, Pose pose, Gaze gaze) {
        Subject subject = ContactSheet.person(i).subject();
        return model.deform(ContactSheet.scene(subject, new Expression(preset, 1), pose, gaze));
    }

    private static SoftwareView view(Deformed head, double span, double center) {
        SoftwareView view = new SoftwareView(SIZE, span, center);
        view.draw(head.head(), true);
        return view;
    }

    private int pixels(SoftwareView view, SegmentationClass value) {
        int count = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            int t = view.triangleAt(i % SIZE, i / SIZE);
            count += t >= 0 && model.topology().classes()[t] == value.code() ? 1 : 0;
        }
        return count;
    }

    /** Pixels of eyeballs outside the bounds of the lids' landmarks, with 3 mm to spare beside and 1.5 mm above and below. */
    private int outside(SoftwareView view, double[] points) {
        int count = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            int t = view.triangleAt(i % SIZE, i / SIZE);
            boolean eye = t >= 0 && model.topology().classes()[t] == SegmentationClass.EYE_WHITE.code();
            count += eye && !within(view, points, 36, i) && !within(view, points, 42, i) ? 1 : 0;
        }
        return count;
    }

    private static boolean within(SoftwareView view, double[] points, int first, int pixel) {
        double x0 = Double.MAX_VALUE;
        double x1 = -Double.MAX_VALUE;
        double y0 = Double.MAX_VALUE;
        double y1 = -Double.MAX_VALUE;
        for (int p = 3 * first; p < 3 * first + 18; p += 3) {
            double x = view.screenX(points[p], points[p + 2]);
            double y = view.screenY(points[p + 1], points[p + 2]);
            x0 = Math.min(x0, x);
            x1 = Math.max(x1, x);
            y0 = Math.min(y0, y);
            y1 = Math.max(y1, y);
        }
        double margin = 3 * SIZE / EYES_SPAN;
        double x = pixel % SIZE;
        double y = Math.floorDiv(pixel, SIZE);
        return x > x0 - margin && x < x1 + margin && y > y0 - margin / 2 && y < y1 + margin / 2;
    }
}
