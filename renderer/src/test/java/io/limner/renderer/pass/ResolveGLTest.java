package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.EglContext;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.label.CameraModels;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The processor makes of samples the pixels that the device makes of them, but where a rounding falls the other way. */
@NeedsEgl
class ResolveGLTest {
    private static final FaceModel MODEL = FaceModel.shared();

    /** Width, height and parameters. */
    private static final Object[][] PICTURES = {
        {96, 128, "capture.noise: { fixed: 0 }"},
        {97, 131, "capture.noise: { fixed: 0.05 }, capture.white_balance: { fixed: 3000 }"},
        {131, 65, "capture.noise: { fixed: 0.02 }, wear.glasses: { fixed: round }, hair.style: { fixed: curly }"},
        {67, 67, "capture.noise: { fixed: 0.05 }, camera.spectrum: { fixed: near_infrared }"},
        {255, 255, "capture.noise: { fixed: 0 }, capture.exposure: { fixed: 1 }, background.style: { fixed: bokeh }"},
        {90, 90, "capture.exposure: { fixed: -1 }, background.style: { fixed: night_street }"},
        {16, 16, "capture.noise: { fixed: 0.02 }"},
        {32, 33, "capture.defocus: { fixed: 0.01 }"},
        // The same size again, with more of the face before other backgrounds, and less.
        {96, 96, "head.yaw: { fixed: 60 }, background.style: { fixed: bokeh }"},
        {
            96,
            96,
            "hair.style: { fixed: curly }, background.style: { fixed: night_street }, capture.exposure: { fixed: 1 }"
        },
        {96, 96, "hair.style: { fixed: bald }, capture.noise: { fixed: 0 }"}
    };

    @Test
    void pixelsComeOutTheSame() {
        try (EglContext context = EglContext.open(new DeviceChoice.Cpu());
                FrameRenderer device =
                        new FrameRenderer(MODEL.surface(), StageListener.NONE, new Ways(true, false, false));
                FrameRenderer processor =
                        new FrameRenderer(MODEL.surface(), StageListener.NONE, new Ways(true, true, false))) {
            for (Object[] picture : PICTURES) {
                Scene scene = Designs.of("parameters: { " + picture[2] + " }").scene(3);
                ImageSettings image = new ImageSettings((int) picture[0], (int) picture[1], ImageFormat.PNG, 95);
                CameraModel camera = CameraModels.of(scene.camera(), image);
                Face face = MODEL.face(scene, camera);
                compare(
                        (String) picture[2],
                        device.draw(face, camera, Set.of()),
                        processor.draw(face, camera, Set.of()));
            }
        }
    }

    private static void compare(String picture, Frame expected, Frame drawn) {
        int different = 0;
        int most = 0;
        for (int i = 0; i < drawn.rgb().length; i++) {
            int off = Math.abs((drawn.rgb()[i] & 255) - (expected.rgb()[i] & 255));
            most = Math.max(most, off);
            different += off == 0 ? 0 : 1;
        }
        assertThat(most).as("largest difference of %s", picture).isLessThanOrEqualTo(1);
        assertThat(different).as("values of %s that differ", picture).isLessThanOrEqualTo(drawn.rgb().length / 1000);
        assertThat(drawn.classes()).isEqualTo(expected.classes());
        assertThat(drawn.normals()).isEqualTo(expected.normals());
        assertThat(drawn.depth()).isEqualTo(expected.depth());
    }
}
