package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.image.ImageDecoder;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.Ibug68;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.Labels.Landmarks;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a row says about its landmarks fits its camera and its segmentation. */
@NeedsEgl
class LandmarksGLTest {
    private static final double NEAR = 3;
    private static final int RIGHT_CORNER = Ibug68.Group.OUTER_LIPS.first();
    private static final int LEFT_CORNER = RIGHT_CORNER + 6;
    private static final int INNER_LIPS = Ibug68.Group.INNER_LIPS.first();

    @Test
    void theRowsOwnCameraTakesThePointsToThePixels() {
        double worst = 0;
        try (FaceSampler sampler = FaceSampler.open(
                Designs.of("image: { width: 32, height: 24, format: png }", "labels: [landmarks]"), "cpu")) {
            for (int id = 0; id < 60; id++) {
                Drawing drawing = sampler.sample(id).drawing();
                worst = Math.max(worst, worstProjection(drawing));
            }
        }
        assertThat(worst)
                .as("pixels between a projected 3D point and the 2D point")
                .isLessThan(0.01);
    }

    private static double worstProjection(Drawing drawing) {
        CameraModel camera = drawing.labels().camera();
        double[] m = camera.worldToCamera();
        float[] world = drawing.labels().landmarks().points3d();
        float[] pixels = drawing.labels().landmarks().points2d();
        double worst = 0;
        for (int i = 0; i < Ibug68.COUNT; i++) {
            double[] c = new double[3];
            for (int row = 0; row < 3; row++) {
                c[row] = m[4 * row + 3];
                for (int k = 0; k < 3; k++) {
                    c[row] += m[4 * row + k] * world[3 * i + k];
                }
            }
            double u =
                    camera.intrinsics().fx() * c[0] / c[2] + camera.intrinsics().cx();
            double v =
                    camera.intrinsics().fy() * c[1] / c[2] + camera.intrinsics().cy();
            worst = Math.max(worst, Math.hypot(u - pixels[2 * i], v - pixels[2 * i + 1]));
        }
        return worst;
    }

    @Test
    void theCameraStandsWhereTheSceneSays() {
        try (FaceSampler sampler = FaceSampler.open(
                Designs.of(
                        "image: { width: 64, height: 48, format: png }",
                        "labels: []",
                        "defaults: neutral",
                        "parameters: { camera.distance: { fixed: 700 }, camera.focal_length: { fixed: 72 } }"),
                "cpu")) {
            CameraModel camera = sampler.sample(0).drawing().labels().camera();
            assertThat(camera.position()[2]).isCloseTo(700, within(1e-9));
            assertThat(camera.intrinsics().fx())
                    .as("72 mm before a sensor of 36 mm sees half a radian")
                    .isCloseTo(128, within(1e-9));
        }
    }

    @Test
    void onFrontalFacesLandmarksLieOnTheirOwnClass() {
        List<String> far = new ArrayList<>();
        int checked = 0;
        double worst = 0;
        try (FaceSampler sampler = FaceSampler.open(
                Designs.of(
                        "image: { width: 512, height: 512, format: png }",
                        "labels: [landmarks, segmentation]",
                        "parameters:",
                        "  head.yaw: { uniform: [-10, 10] }",
                        "  head.pitch: { uniform: [-8, 8] }",
                        "  expression.preset: { fixed: neutral }",
                        "  hair.style: { fixed: short }"),
                "cpu")) {
            for (int id = 0; id < 10; id++) {
                FaceSample row = sampler.sample(id);
                byte[] classes = ImageDecoder.grey(row.drawing().layers().segmentation());
                Landmarks landmarks = row.drawing().labels().landmarks();
                for (int i = Ibug68.Group.NOSE_BRIDGE.first(); i < Ibug68.COUNT; i++) {
                    double distance = distance(
                            classes, 512, landmarks.points2d()[2 * i], landmarks.points2d()[2 * i + 1], own(i));
                    checked++;
                    worst = Math.max(worst, distance);
                    if (distance > NEAR) {
                        far.add(String.format("%d of sample %d by %.1f", i, id, distance));
                    }
                }
            }
        }
        System.out.printf(
                "landmarks within %.0f px of their class: %.2f%% of %d, the worst %.1f px%n",
                NEAR, 100.0 * (checked - far.size()) / checked, checked, worst);
        assertThat(far).as("landmarks that miss their class").isEmpty();
    }

    /** With the mouth open and the eyes ahead: the points run along the lips' inner borders, about the iris, over the brows. */
    @Test
    void pointsRunAlongTheBordersTheyStandFor() {
        Set<SegmentationClass> inside =
                EnumSet.of(SegmentationClass.MOUTH_INTERIOR, SegmentationClass.TEETH, SegmentationClass.TONGUE);
        List<String> far = new ArrayList<>();
        try (FaceSampler sampler = FaceSampler.open(
                Designs.of(
                        "image: { width: 512, height: 512, format: png }",
                        "labels: [landmarks, segmentation]",
                        "defaults: neutral",
                        "parameters:",
                        "  subject.identity_strength: { fixed: 1 }",
                        "  subject.identity_seed: { uniform: [0, 1000] }",
                        "  subject.age: { uniform: [8, 80] }",
                        "  hair.brow_density: { fixed: 1 }",
                        "  expression.jaw_open: { fixed: 0.5 }"),
                "cpu")) {
            for (int id = 0; id < 6; id++) {
                FaceSample row = sampler.sample(id);
                byte[] classes = ImageDecoder.grey(row.drawing().layers().segmentation());
                float[] points = row.drawing().labels().landmarks().points2d();
                for (int i = 17; i < 27; i++) {
                    note(far, id, i, points, classes, EnumSet.of(SegmentationClass.BROW), 3);
                }
                for (int i = INNER_LIPS; i < Ibug68.COUNT; i++) {
                    boolean upper = i < INNER_LIPS + 4;
                    boolean corner = i == INNER_LIPS || i == INNER_LIPS + 4;
                    Set<SegmentationClass> lip =
                            upper ? EnumSet.of(SegmentationClass.UPPER_LIP) : EnumSet.of(SegmentationClass.LOWER_LIP);
                    note(far, id, i, points, classes, lip, 2);
                    note(far, id, i, points, classes, inside, corner ? 6 : 3);
                }
                int loose = irisOutside(classes, points, 36) + irisOutside(classes, points, 42);
                if (loose > 0) {
                    far.add(loose + " pixels of iris outside the eyes of sample " + id);
                }
            }
        }
        assertThat(far).isEmpty();
    }

    private static void note(
            List<String> far,
            int id,
            int i,
            float[] points,
            byte[] classes,
            Set<SegmentationClass> own,
            double allowance) {
        double distance = distance(classes, 512, points[2 * i], points[2 * i + 1], own);
        if (distance > allowance) {
            far.add(String.format("%d of sample %d is %.1f px from %s", i, id, distance, own));
        }
    }

    /** Pixels of iris more than 1.5 px outside the ring of an eye's six points, on the eye's half of the picture. */
    private static int irisOutside(byte[] classes, float[] points, int first) {
        Path2D ring = new Path2D.Double();
        ring.moveTo(points[2 * first], points[2 * first + 1]);
        for (int i = first + 1; i < first + 6; i++) {
            ring.lineTo(points[2 * i], points[2 * i + 1]);
        }
        ring.closePath();
        int count = 0;
        for (int i = 0; i < classes.length; i++) {
            double x = i % 512;
            double y = Math.floorDiv(i, 512);
            count += classes[i] == SegmentationClass.IRIS.code()
                            && x < 256 == (first == 36)
                            && !ring.intersects(x - 1, y - 1, 3, 3)
                    ? 1
                    : 0;
        }
        return count;
    }

    /** The classes that landmark {@code i} may lie on. */
    private static Set<SegmentationClass> own(int i) {
        EnumSet<SegmentationClass> lips = EnumSet.of(SegmentationClass.UPPER_LIP, SegmentationClass.LOWER_LIP);
        EnumSet<SegmentationClass> inside = EnumSet.of(SegmentationClass.MOUTH_INTERIOR, SegmentationClass.TEETH);
        return switch (Ibug68.group(i)) {
            case NOSE_BRIDGE, NOSE_BASE -> EnumSet.of(SegmentationClass.NOSE);
            case RIGHT_EYE, LEFT_EYE ->
                EnumSet.of(SegmentationClass.EYE_WHITE, SegmentationClass.IRIS, SegmentationClass.LASH);
            case OUTER_LIPS -> {
                if (i != RIGHT_CORNER && i != LEFT_CORNER) {
                    lips.remove(i < LEFT_CORNER ? SegmentationClass.LOWER_LIP : SegmentationClass.UPPER_LIP);
                }
                yield lips;
            }
            case INNER_LIPS -> {
                if (i != INNER_LIPS && i != INNER_LIPS + 4) {
                    lips.remove(i < INNER_LIPS + 4 ? SegmentationClass.LOWER_LIP : SegmentationClass.UPPER_LIP);
                }
                lips.addAll(inside);
                yield lips;
            }
            default -> throw new AssertionError("no class for landmark " + i);
        };
    }

    /** From (x, y) to the nearest pixel of such a class, pixels; 0 on it, 99 if there is none within 20. */
    private static double distance(byte[] classes, int side, double x, double y, Set<SegmentationClass> own) {
        double nearest = 99;
        for (int row = (int) y - 20; row <= (int) y + 20; row++) {
            for (int column = (int) x - 20; column <= (int) x + 20; column++) {
                if (row < 0 || column < 0 || row >= side || column >= side) {
                    continue;
                }
                int code = classes[row * side + column];
                if (own.stream().anyMatch(kind -> kind.code() == code)) {
                    double right = Math.max(0, Math.abs(column + 0.5 - x) - 0.5);
                    double down = Math.max(0, Math.abs(row + 0.5 - y) - 0.5);
                    nearest = Math.min(nearest, Math.hypot(right, down));
                }
            }
        }
        return nearest;
    }
}
