package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.head.Face;
import io.limner.renderer.label.CameraModels;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.nio.FloatBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for shaders, in the order in which they read it. */
class FrameUniformsTest {
    /** Where the centres of the lenses stand, from the end of the block: eight members of theirs, their bounds, hair, and levels. */
    private static final int GLASSES = 4 * (8 + 3);

    /** Seen from the side, one lens lies behind the other: what is seen through both passes the farther one first. */
    @ParameterizedTest
    @ValueSource(ints = {-80, 80})
    void theFartherLensComesFirst(int azimuth) {
        Scene scene = Designs.of(
                        "defaults: neutral",
                        "parameters: { wear.glasses: { fixed: round }, camera.azimuth: { fixed: " + azimuth + " } }")
                .scene(0);
        CameraModel camera = CameraModels.of(scene.camera(), new ImageSettings(64, 64, ImageFormat.PNG, 100));
        Face face = FaceModel.shared().face(scene, camera);
        FloatBuffer block = FloatBuffer.allocate(FrameUniforms.FLOATS);
        double[] eye = camera.position();
        new FrameUniforms(block).write(face, camera, eye, ShadowView.of(face, eye));
        assertThat(distance(block, 0)).isGreaterThan(distance(block, 1) + 20);
    }

    private static double distance(FloatBuffer block, int lens) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            float x = block.get(FrameUniforms.FLOATS - GLASSES + 4 * lens + k);
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
