package io.limner.renderer.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Face;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dense points and the visible jaw line, on the mesh alone. */
class LandmarkSetsTest {
    private static final ImageSettings IMAGE = new ImageSettings(512, 512, ImageFormat.PNG, 100);
    private static final int JAW = 17;

    private static Scene scene(String parameters) {
        return Designs.of("defaults: neutral", "parameters: { hair.style: { fixed: bald }" + parameters + " }")
                .scene(0);
    }

    /** Pupils lie on the gaze, irises about it. */
    @Test
    void irisesLieAboutTheGaze() {
        Scene scene = scene(", gaze.yaw: { fixed: 20 }, gaze.pitch: { fixed: -9 }, head.yaw: { fixed: 30 }");
        Anchors anchors = FaceModel.shared()
                .face(scene, CameraModels.of(scene.camera(), IMAGE))
                .anchors();
        for (int eye = 0; eye < 2; eye++) {
            Anchors.Eye ball = eye == 0 ? anchors.rightEye() : anchors.leftEye();
            for (int k = 0; k < DenseLandmarks.PER_EYE; k++) {
                int at = 3 * (DenseLandmarks.ON_SKIN + eye * DenseLandmarks.PER_EYE + k);
                double along = 0;
                double length = 0;
                for (int i = 0; i < 3; i++) {
                    double d = anchors.points().dense()[at + i] - ball.center()[i];
                    along += d * ball.gaze()[i];
                    length += d * d;
                }
                assertThat(Math.sqrt(length)).isCloseTo(ball.radius(), within(1e-9));
                assertThat(Math.acos(Math.min(1, along / ball.radius())))
                        .isCloseTo(k == 0 ? 0 : DenseLandmarks.IRIS_RADIUS, within(1e-7));
            }
        }
    }

    /** Just outside a point of the far cheek's contour nothing of the face is near, just inside there is skin. */
    @Test
    void theJawContourIsTheEdgeOfTheFace() {
        for (int yaw : new int[] {-40, -25, 30, 40}) {
            Scene scene = scene(", head.yaw: { fixed: " + yaw + " }");
            CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
            Face face = FaceModel.shared().face(scene, camera);
            double[] contour = JawContour.of(face.anchors(), camera);
            ProjectedLandmarks points = ProjectedLandmarks.of(contour, camera);
            SightLines sight = new SightLines(face, camera);
            List<SightLines.Line[]> lines = new ArrayList<>();
            // The face turns to its own left for a positive yaw: its left side is far.
            int first = yaw > 0 ? 12 : 1;
            for (int i = first; i < first + 4; i++) {
                double x = points.pixels()[2 * i];
                double y = points.pixels()[2 * i + 1];
                double out = yaw > 0 ? 2 : -2;
                lines.add(new SightLines.Line[] {sight.through(x + out, y), sight.through(x - out, y)});
            }
            sight.search();
            for (int n = 0; n < lines.size(); n++) {
                double depth = points.depth()[first + n];
                assertThat(lines.get(n)[0].depth() - depth)
                        .as("yaw %d, outside of point %d, mm behind it", yaw, first + n)
                        .isGreaterThan(20);
                assertThat(lines.get(n)[1].depth() - depth)
                        .as("yaw %d, inside of point %d, mm behind it", yaw, first + n)
                        .isBetween(-25.0, 2.0);
            }
        }
    }

    /** On the near side of a turned head, and on both of an upright one, contour and jaw line are one, or nearly. */
    @Test
    void theNearSideStaysWhereItIs() {
        for (int yaw : new int[] {-50, 0, 40}) {
            Scene scene = scene(", head.yaw: { fixed: " + yaw + " }");
            CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
            Anchors anchors = FaceModel.shared().face(scene, camera).anchors();
            double[] contour = JawContour.of(anchors, camera);
            for (int i = 0; i < JAW; i++) {
                boolean near = yaw > 0 ? i < 7 : yaw < 0 ? i > 9 : true;
                if (near) {
                    double dx = contour[3 * i] - anchors.landmarks()[3 * i];
                    double dy = contour[3 * i + 1] - anchors.landmarks()[3 * i + 1];
                    assertThat(Math.hypot(dx, dy))
                            .as("yaw %d, point %d", yaw, i)
                            .isLessThan(yaw == 0 ? 6 : 3);
                }
            }
        }
    }
}
