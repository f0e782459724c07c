package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Pose;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Subject;
import io.limner.schema.scene.Wear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HeadModelTest {
    private static final Expression STILL = new Expression(Expression.Preset.NEUTRAL, 0);
    private static final Pose UPRIGHT = new Pose(0, 0, 0);
    private static final Gaze AHEAD = new Gaze(0, 0);

    private final HeadModel model = new HeadModel(HeadPack.get());

    @Test
    void theNeutralPersonIsTheRestShape() {
        // Half female, half male does not exist in a scene, but the eyes' midpoint is the origin of both.
        Anchors anchors = model.deform(scene(UPRIGHT)).anchors();
        for (int i = 0; i < 3; i++) {
            assertThat(anchors.leftEye().center()[i] + anchors.rightEye().center()[i])
                    .isCloseTo(0, within(1e-9));
        }
        assertThat(anchors.leftEye().center()[0]).isBetween(25.0, 35.0);
        assertThat(anchors.headToWorld()).containsExactly(identity(), within(1e-12));
    }

    @Test
    void positiveYawTurnsToTheSubjectsLeft() {
        double[] nose = nose(new Pose(30, 0, 0));
        assertThat(nose[0]).isGreaterThan(nose(UPRIGHT)[0] + 20);
        assertThat(model.deform(scene(new Pose(30, 0, 0))).anchors().leftEye().gaze()[0])
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void positivePitchLooksDown() {
        assertThat(nose(new Pose(0, 20, 0))[1]).isLessThan(nose(UPRIGHT)[1] - 15);
        assertThat(model.deform(scene(new Pose(0, 30, 0))).anchors().leftEye().gaze()[1])
                .isCloseTo(-0.5, within(1e-9));
    }

    @Test
    void positiveRollTipsTheTopToTheSubjectsRight() {
        Anchors anchors = model.deform(scene(new Pose(0, 0, 20))).anchors();
        assertThat(anchors.leftEye().center()[1])
                .isGreaterThan(anchors.rightEye().center()[1] + 15);
        assertThat(anchors.headToWorld()[1]).isNegative();
    }

    @Test
    void positiveGazeLooksLeftAndDown() {
        Scene look = ContactSheet.scene(ContactSheet.neutral(), STILL, UPRIGHT, new Gaze(20, 10));
        double[] gaze = model.deform(look).anchors().leftEye().gaze();
        assertThat(gaze[0]).isPositive();
        assertThat(gaze[1]).isNegative();
        assertThat(Math.hypot(Math.hypot(gaze[0], gaze[1]), gaze[2])).isCloseTo(1, within(1e-12));
    }

    @Test
    void theHeadTurnsAsARigidBody() {
        Deformed upright = model.deform(scene(UPRIGHT));
        Deformed turned = model.deform(scene(new Pose(-40, 25, 15)));
        double[] m = turned.anchors().headToWorld();
        for (int point : new int[] {8, 17, 30, 45, 57}) {
            for (int i = 0; i < 3; i++) {
                double expected = m[4 * i + 3];
                for (int j = 0; j < 3; j++) {
                    expected += m[4 * i + j] * upright.anchors().landmarks()[3 * point + j];
                }
                // The chin's skin follows the neck a little.
                assertThat(turned.anchors().landmarks()[3 * point + i])
                        .isCloseTo(expected, within(point == 8 ? 4 : 0.5));
            }
        }
    }

    @Test
    void theTorsoJoinsInLess() {
        double[] upright = model.deform(scene(UPRIGHT)).head().positions();
        double[] turned = model.deform(scene(new Pose(50, 0, 0))).head().positions();
        int lowest = 0;
        for (int v = 0; v < upright.length; v += 3) {
            lowest = upright[v + 1] < upright[lowest + 1] ? v : lowest;
        }
        double before = Math.atan2(upright[lowest], upright[lowest + 2] + 110);
        double after = Math.atan2(turned[lowest], turned[lowest + 2] + 110);
        assertThat(Math.toDegrees(after - before)).isCloseTo(50 * NeckBend.BODY_YAW, within(3.0));
    }

    @Test
    void landmarksLieOnTheSurface() {
        Deformed head = model.deform(ContactSheet.person(11));
        double[] p = head.head().positions();
        double[] points = head.anchors().landmarks();
        for (int i = 0; i < 68; i++) {
            double best = Double.MAX_VALUE;
            int[] triangles = head.head().topology().triangles();
            for (int t = 0; t < triangles.length; t += 3) {
                best = Math.min(best, distance(points, 3 * i, p, triangles, t));
            }
            assertThat(best).as("landmark " + i).isLessThan(0.05);
        }
    }

    @Test
    void landmarksAreInTheirPlaces() {
        double[] p = model.deform(scene(UPRIGHT)).anchors().landmarks();
        // The first point of a pair is image-left of a frontal face: the subject's right, negative x.
        assertThat(p[0]).isNegative();
        assertThat(p[3 * 36]).isLessThan(p[3 * 39]);
        assertThat(p[3 * 48]).isLessThan(p[3 * 54]);
        assertThat(p[3 * 8 + 1]).isLessThan(p[3 * 57 + 1]);
        assertThat(p[3 * 57 + 1]).isLessThan(p[3 * 51 + 1]);
        assertThat(p[3 * 51 + 1]).isLessThan(p[3 * 33 + 1]);
        assertThat(p[3 * 30 + 2]).isGreaterThan(p[3 * 33 + 2]);
        assertThat(p[3 * 19 + 1]).isGreaterThan(p[3 * 37 + 1]);
        assertThat(p[3 * 62 + 1]).isCloseTo(p[3 * 66 + 1], within(2.5));
    }

    @Test
    void theCutOfAShirtMovesNoLandmarkAndNothingAboveTheNeck() {
        HeadPack pack = HeadPack.get();
        double[] coarse = pack.neutralCoarse();
        for (Wear.Cut cut : Wear.Cut.values()) {
            MorphTarget target = pack.data().targets().get(MorphTarget.of(cut));
            assertThat(target.vertices().length > 50).as("%s moves", cut).isEqualTo(cut != Wear.Cut.CREW_NECK);
            for (int v : target.vertices()) {
                assertThat(coarse[3 * v + 1]).as("%s, y", cut).isLessThan(-85);
            }
        }
    }

    @Test
    void theSameSceneGivesTheSameHead() throws ExecutionException, InterruptedException {
        double[] expected = model.deform(ContactSheet.person(5)).head().positions();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<double[]>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int other = i;
                runs.add(threads.submit(() -> {
                    model.deform(ContactSheet.person(other));
                    return model.deform(ContactSheet.person(5)).head().positions();
                }));
            }
            for (Future<double[]> run : runs) {
                assertThat(run.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void peopleDifferAndStayPlausible() {
        double[][] faces = new double[12][];
        for (int i = 0; i < faces.length; i++) {
            faces[i] = model.deform(scene(person(1000 + i, 1))).anchors().landmarks();
        }
        for (int i = 1; i < faces.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(meanDistance(faces[i], faces[j])).as(i + " and " + j).isBetween(0.8, 14.0);
            }
        }
        double[] average = model.deform(scene(person(1, 0))).anchors().landmarks();
        assertThat(model.deform(scene(person(2, 0))).anchors().landmarks()).isEqualTo(average);
    }

    @Test
    void agesSexesAndWeightsShow() {
        assertThat(width(new Subject.Identity(0, 0, 1, 1, Subject.Head.MAKEHUMAN), 40))
                .isGreaterThan(width(new Subject.Identity(0, 0, 0, 1, Subject.Head.MAKEHUMAN), 40) + 3);
        assertThat(width(new Subject.Identity(0, 0, 0.5, 1, Subject.Head.MAKEHUMAN), 5))
                .isLessThan(width(new Subject.Identity(0, 0, 0.5, 1, Subject.Head.MAKEHUMAN), 30) - 10);
    }

    @Test
    void everyAgeHasWeightsThatSumToOne() {
        for (double age : new double[] {3, 10, 17, 25, 60, 90}) {
            assertThat(Arrays.stream(MacroShape.ageWeights(age)).sum()).isCloseTo(1, within(1e-12));
        }
        assertThat(MacroShape.ageWeights(25)).containsExactly(0, 0, 1, 0);
        assertThat(MacroShape.ancestryWeights(new Subject.Ancestry(0, 0, 0)))
                .containsExactly(1.0 / 3, 1.0 / 3, 1.0 / 3);
    }

    @Test
    void normalsAreUnitAndPointOutwards() {
        Mesh head = model.deform(scene(new Pose(20, 10, 5))).head();
        for (int v = 0; v < head.normals().length; v += 3) {
            double length = Math.hypot(Math.hypot(head.normals()[v], head.normals()[v + 1]), head.normals()[v + 2]);
            assertThat(length).isBetween(0.999, 1.001);
        }
        int nose = 0;
        for (int t = 0; t < head.topology().triangleCount(); t++) {
            int v = 3 * head.topology().triangles()[3 * t];
            boolean here = head.topology().classes()[t] == SegmentationClass.NOSE.code();
            nose = here && head.positions()[v + 2] > head.positions()[nose + 2] ? v : nose;
        }
        assertThat(head.normals()[nose + 2]).isGreaterThan(0.5f);
    }

    @Test
    void deviatesAreStandardNormalAndTruncated() {
        double sum = 0;
        double squares = 0;
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            double value = new KeyedNormal(i).of("nose");
            assertThat(value).isBetween(-2.0, 2.0);
            sum += value;
            squares += value * value;
        }
        assertThat(sum / count).isCloseTo(0, within(0.03));
        // Truncation at two deviations leaves a variance of 0.774.
        assertThat(squares / count).isCloseTo(0.774, within(0.02));
        assertThat(new KeyedNormal(1).of("a")).isNotEqualTo(new KeyedNormal(1).of("b"));
    }

    @Test
    void anUnknownTargetIsNamed() {
        assertThatThrownBy(() -> new Morphs(HeadPack.get().data().targets()).add("nose/none", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nose/none");
    }

    private double width(Subject.Identity identity, double age) {
        Subject neutral = ContactSheet.neutral();
        Subject subject = new Subject(age, neutral.sex(), neutral.ancestry(), identity, neutral.complexion());
        double[] p = model.deform(ContactSheet.scene(subject, STILL, UPRIGHT, AHEAD))
                .anchors()
                .landmarks();
        return p[3 * 12] - p[3 * 4];
    }

    private double[] nose(Pose pose) {
        return Arrays.copyOfRange(model.deform(scene(pose)).anchors().landmarks(), 90, 93);
    }

    private static Scene scene(Pose pose) {
        return ContactSheet.scene(ContactSheet.neutral(), STILL, pose, AHEAD);
    }

    private static Scene scene(Subject subject) {
        return ContactSheet.scene(subject, STILL, UPRIGHT, AHEAD);
    }

    private static Subject person(long seed, double strength) {
        Subject neutral = ContactSheet.neutral();
        return new Subject(
                30,
                Subject.Sex.MALE,
                neutral.ancestry(),
                new Subject.Identity(seed, strength, 0.5, 1, Subject.Head.MAKEHUMAN),
                neutral.complexion());
    }

    private static double[] identity() {
        return new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    }

    private static double meanDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i += 3) {
            sum += Math.hypot(Math.hypot(a[i] - b[i], a[i + 1] - b[i + 1]), a[i + 2] - b[i + 2]);
        }
        return 3 * sum / a.length;
    }

    /** Distance of a point to a triangle's plane, or far away if it does not project into it. */
    private static double distance(double[] points, int at, double[] p, int[] triangles, int t) {
        int a = 3 * triangles[t];
        int b = 3 * triangles[t + 1];
        int c = 3 * triangles[t + 2];
        double[] ab = {p[b] - p[a], p[b + 1] - p[a + 1], p[b + 2] - p[a + 2]};
        double[] ac = {p[c] - p[a], p[c + 1] - p[a + 1], p[c + 2] - p[a + 2]};
        double[] ap = {points[at] - p[a], points[at + 1] - p[a + 1], points[at + 2] - p[a + 2]};
        double bb = dot(ab, ab);
        double bc = dot(ab, ac);
        double cc = dot(ac, ac);
        double det = bb * cc - bc * bc;
        double v = (cc * dot(ap, ab) - bc * dot(ap, ac)) / det;
        double w = (bb * dot(ap, ac) - bc * dot(ap, ab)) / det;
        if (!(v >= -1e-3 && w >= -1e-3 && v + w <= 1.001)) {
            return Double.MAX_VALUE;
        }
        double[] off = {ap[0] - v * ab[0] - w * ac[0], ap[1] - v * ab[1] - w * ac[1], ap[2] - v * ab[2] - w * ac[2]};
        return Math.sqrt(dot(off, off));
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
