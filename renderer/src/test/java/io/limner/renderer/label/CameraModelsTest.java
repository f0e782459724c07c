package io.limner.renderer.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Camera;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import org.junit.jupiter.api.Test;

final class CameraModelsTest {
    private static final ImageSettings IMAGE = new ImageSettings(400, 300, ImageFormat.JPEG, 95);

    @Test
    void worldAxesInThePicture() {
        CameraModel camera = CameraModels.of(new Camera(50, 36, 1000, 0, 0), IMAGE);
        double scale = 50 / 36.0 * 400 / 1000; // pixels a millimetre at the origin's distance
        assertThat(pixel(camera, 0, 0, 0)).containsExactly(200, 150);
        assertThat(pixel(camera, 90, 0, 0)).containsExactly(200 + 90 * scale, 150);
        assertThat(pixel(camera, 0, 90, 0)).containsExactly(200, 150 - 90 * scale);
        double[] nearer = pixel(camera, 90, 0, 500);
        assertThat(nearer[0]).isCloseTo(200 + 2 * 90 * scale, within(1e-9));
    }

    @Test
    void offsetIsAFractionOfTheImageRightAndBelow() {
        CameraModel camera = CameraModels.of(new Camera(85, 36, 700, 0.1, -0.2), IMAGE);
        double[] origin = pixel(camera, 0, 0, 0);
        assertThat(origin[0]).isCloseTo(240, within(1e-9));
        assertThat(origin[1]).isCloseTo(90, within(1e-9));
        assertThat(camera.intrinsics().cx()).isEqualTo(200);
        assertThat(camera.intrinsics().cy()).isEqualTo(150);
    }

    @Test
    void depthIsTheDistanceAlongTheAxis() {
        CameraModel camera = CameraModels.of(new Camera(85, 36, 700, 0.3, 0.3), IMAGE);
        double[] point = new double[3];
        camera.toCamera(0, 0, 60, point);
        assertThat(point[2]).isEqualTo(640);
    }

    private static double[] pixel(CameraModel camera, double x, double y, double z) {
        double[] point = new double[3];
        camera.toCamera(x, y, z, point);
        return new double[] {camera.u(point), camera.v(point)};
    }
}
