package io.limner.renderer.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Camera;
import io.limner.schema.scene.Camera.Distortion;
import io.limner.schema.scene.Camera.Orbit;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import org.junit.jupiter.api.Test;

final class CameraModelsTest {
    private static final ImageSettings IMAGE = new ImageSettings(400, 300, ImageFormat.JPEG, 95);

    @Test
    void worldAxesInThePicture() {
        CameraModel camera = CameraModels.of(Camera.inFront(50, 36, 1000, 0, 0), IMAGE);
        double scale = 50 / 36.0 * 400 / 1000; // pixels a millimetre at the origin's distance
        assertThat(pixel(camera, 0, 0, 0)).containsExactly(200, 150);
        assertThat(pixel(camera, 90, 0, 0)).containsExactly(200 + 90 * scale, 150);
        assertThat(pixel(camera, 0, 90, 0)).containsExactly(200, 150 - 90 * scale);
        double[] nearer = pixel(camera, 90, 0, 500);
        assertThat(nearer[0]).isCloseTo(200 + 2 * 90 * scale, within(1e-9));
    }

    @Test
    void offsetIsAFractionOfTheImageRightAndBelow() {
        CameraModel camera = CameraModels.of(Camera.inFront(85, 36, 700, 0.1, -0.2), IMAGE);
        double[] origin = pixel(camera, 0, 0, 0);
        assertThat(origin[0]).isCloseTo(240, within(1e-9));
        assertThat(origin[1]).isCloseTo(90, within(1e-9));
        assertThat(camera.intrinsics().cx()).isEqualTo(200);
        assertThat(camera.intrinsics().cy()).isEqualTo(150);
    }

    @Test
    void depthIsTheDistanceAlongTheAxis() {
        CameraModel camera = CameraModels.of(Camera.inFront(85, 36, 700, 0.3, 0.3), IMAGE);
        double[] point = new double[3];
        camera.toCamera(0, 0, 60, point);
        assertThat(point[2]).isEqualTo(640);
    }

    @Test
    void onAnOrbitTheCameraLooksAtTheMiddleFromTheSideThatTheAnglesName() {
        CameraModel left = CameraModels.of(camera(Distortion.NONE, new Orbit(700, 90, 0, 0)), IMAGE);
        assertThat(left.position()).containsExactly(new double[] {700, 0, 0}, within(1e-9));
        assertThat(pixel(left, 0, 0, 0)).containsExactly(new double[] {200, 150}, within(1e-9));
        assertThat(pixel(left, 0, 0, 50)[0]).as("the face is to the left").isLessThan(180);
        CameraModel above = CameraModels.of(camera(Distortion.NONE, new Orbit(700, 0, 30, 0)), IMAGE);
        assertThat(above.position()[1]).isCloseTo(350, within(1e-9));
        assertThat(pixel(above, 0, 50, 0)[1]).as("up is up").isLessThan(130);
    }

    @Test
    void aCameraTurnedClockwiseSeesThePictureTurnTheOtherWay() {
        CameraModel camera = CameraModels.of(camera(Distortion.NONE, new Orbit(700, 0, 0, 20)), IMAGE);
        double[] top = pixel(camera, 0, 50, 0);
        assertThat(top[0]).as("to the left").isLessThan(195);
        double angle = StrictMath.toDegrees(StrictMath.atan2(200 - top[0], 150 - top[1]));
        assertThat(angle).isCloseTo(20, within(1e-9));
    }

    @Test
    void theLensDistortsByTheFormulaAndItsInverseUndoesIt() {
        Distortion lens = new Distortion(-0.21, 0.08, -0.02, 0.012, -0.017);
        CameraModel bent = CameraModels.of(camera(lens, new Orbit(500, 10, 5, 3)), IMAGE);
        double[] c = new double[3];
        bent.toCamera(60, -70, 20, c);
        double x = c[0] / c[2];
        double y = c[1] / c[2];
        double r2 = x * x + y * y;
        double radial = 1 - 0.21 * r2 + 0.08 * r2 * r2 - 0.02 * r2 * r2 * r2;
        double u = x * radial + 2 * 0.012 * x * y - 0.017 * (r2 + 2 * x * x);
        double v = y * radial + 0.012 * (r2 + 2 * y * y) - 2 * 0.017 * x * y;
        double f = bent.intrinsics().fx();
        assertThat(bent.pixel(c)).containsExactly(new double[] {200 + f * u, 150 + f * v}, within(1e-9));
        assertThat(bent.lens().undistort(u, v)).containsExactly(new double[] {x, y}, within(1e-12));
    }

    @Test
    void whatIsFarOutsideIsNotFoldedBackIntoThePicture() {
        CameraModel camera = CameraModels.of(camera(new Distortion(-0.3, 0, 0, 0, 0), new Orbit(500, 0, 0, 0)), IMAGE);
        for (double x = 300; x < 5000; x += 100) {
            assertThat(pixel(camera, x, 0, 0)[0]).isGreaterThan(400);
            assertThat(pixel(camera, x + 100, 0, 0)[0]).isGreaterThan(pixel(camera, x, 0, 0)[0]);
        }
    }

    @Test
    void aLensThatLeavesPixelsWithoutARayIsRefusedWithItsNumbers() {
        Camera wide = new Camera(
                new Camera.Lens(24, 36, 8, new Distortion(-0.5, 0, 0, 0, 0)),
                new Camera.Place(new Orbit(500, 0, 0, 0), 0, 0),
                Camera.Spectrum.VISIBLE);
        assertThatThrownBy(() -> CameraModels.of(wide, IMAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("camera.k1 = -0.5")
                .hasMessageContaining("longer lens");
    }

    private static Camera camera(Distortion distortion, Orbit orbit) {
        return new Camera(
                new Camera.Lens(50, 36, 8, distortion), new Camera.Place(orbit, 0, 0), Camera.Spectrum.VISIBLE);
    }

    private static double[] pixel(CameraModel camera, double x, double y, double z) {
        double[] point = new double[3];
        camera.toCamera(x, y, z, point);
        return camera.pixel(point);
    }
}
