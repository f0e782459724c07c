package io.limner.renderer.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.Labels.Points;
import io.limner.schema.scene.Camera.Distortion;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/**
 * Landmarks in the image against those in space, projected by what FORMAT.md says of "Space" and by nothing else.
 * {@code -Dlimner.proof.samples=1000} proves more of them.
 */
class ProjectionProofTest {
    private static final int SAMPLES = Integer.getInteger("limner.proof.samples", 40);
    private static final SceneDesign DESIGN = Designs.of("""
            parameters:
              head.yaw: { uniform: [-80, 80] }
              camera.azimuth: { uniform: [-60, 60] }
              camera.elevation: { uniform: [-20, 40] }
              camera.roll: { uniform: [-40, 40] }
              camera.focal_length: { uniform: [40, 85] }
              camera.distance: { uniform: [350, 900] }
              camera.k1: { uniform: [-0.2, 0.2] }
              camera.k2: { uniform: [-0.05, 0.05] }
              camera.k3: { uniform: [-0.03, 0.03] }
              camera.p1: { uniform: [-0.02, 0.02] }
              camera.p2: { uniform: [-0.02, 0.02] }
            """);

    private static Labels labels(Scene scene, int width, int height) {
        CameraModel camera = CameraModels.of(scene.camera(), new ImageSettings(width, height, ImageFormat.PNG, 100));
        Face face = FaceModel.shared().face(scene, camera);
        Frame.Size size = new Frame.Size(width, height);
        byte[] nothing = new byte[3 * size.pixels()];
        Frame frame = new Frame(size, nothing, new byte[size.pixels()], new float[size.pixels()], nothing);
        return FaceLabels.of(face, camera, frame, EnumSet.allOf(LabelKind.class));
    }

    @Test
    void landmarksInSpaceMeetLandmarksInTheImage() {
        double worst = 0;
        int compared = 0;
        for (int id = 0; id < SAMPLES; id++) {
            Labels labels = labels(DESIGN.scene(id), 480, 360);
            Distortion lens = DESIGN.scene(id).camera().lens().distortion();
            Points[] sets = {
                labels.landmarks().fixed(),
                labels.landmarks().jawContour(),
                labels.landmarks().dense()
            };
            for (Points points : sets) {
                for (int i = 0; i < points.count(); i++) {
                    float u = points.points2d()[2 * i];
                    float v = points.points2d()[2 * i + 1];
                    if (u >= 0 && v >= 0 && u < 480 && v < 360) {
                        double[] at = project(points.points3d(), i, labels.camera(), lens);
                        worst = Math.max(worst, Math.hypot(at[0] - u, at[1] - v));
                        compared++;
                    }
                }
            }
        }
        System.out.printf("projection: %d landmarks of %d samples, worst %.5f px%n", compared, SAMPLES, worst);
        assertThat(compared).isGreaterThan(SAMPLES * 400);
        assertThat(worst).isLessThanOrEqualTo(0.01);
    }

    /** Chapter "Space" of FORMAT.md, word by word. */
    private static double[] project(float[] world, int i, CameraModel row, Distortion lens) {
        double[] m = row.worldToCamera();
        double[] c = new double[3];
        for (int k = 0; k < 3; k++) {
            c[k] = m[4 * k] * world[3 * i]
                    + m[4 * k + 1] * world[3 * i + 1]
                    + m[4 * k + 2] * world[3 * i + 2]
                    + m[4 * k + 3];
        }
        double x = c[0] / c[2];
        double y = c[1] / c[2];
        double r2 = x * x + y * y;
        double r = 1 + lens.k1() * r2 + lens.k2() * r2 * r2 + lens.k3() * r2 * r2 * r2;
        CameraModel.Intrinsics k = row.intrinsics();
        return new double[] {
            k.fx() * (x * r + 2 * lens.p1() * x * y + lens.p2() * (r2 + 2 * x * x)) + k.cx(),
            k.fy() * (y * r + lens.p1() * (r2 + 2 * y * y) + 2 * lens.p2() * x * y) + k.cy()
        };
    }

    @Test
    void twiceTheSizeGivesTwiceTheCoordinatesAndTheSameSpace() {
        for (int id = 0; id < 6; id++) {
            Labels small = labels(DESIGN.scene(id), 480, 360);
            Labels large = labels(DESIGN.scene(id), 960, 720);
            assertThat(large.landmarks().dense().points3d())
                    .isEqualTo(small.landmarks().dense().points3d());
            assertThat(large.landmarks().jawContour().points3d())
                    .isEqualTo(small.landmarks().jawContour().points3d());
            float[] a = small.landmarks().dense().points2d();
            float[] b = large.landmarks().dense().points2d();
            for (int i = 0; i < a.length; i++) {
                assertThat(b[i]).isCloseTo(2 * a[i], within(0.002f));
            }
            assertThat(large.boxes().face().width())
                    .isCloseTo(2 * small.boxes().face().width(), within(0.01f));
        }
    }
}
