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
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the processor draws is what the device would draw, but for samples that an edge passes within a hundredth of their distance. */
@NeedsEgl
class ProcessorRasterGLTest {
    private static final ImageSettings IMAGE = new ImageSettings(96, 128, ImageFormat.PNG, 95);
    private static final Set<LabelKind> ALL = EnumSet.allOf(LabelKind.class);
    private static final FaceModel MODEL = FaceModel.shared();

    private static final SceneDesign DESIGN = Designs.of("""
            parameters:
              hair.style: { choice: [long, curly, short] }
              hair.facial_style: { choice: [none, full_beard] }
              wear.glasses: { choice: [none, round] }
              wear.headwear: { choice: [none, beanie] }
              wear.occluder: { choice: [none, cup] }
              camera.k1: { choice: [0, -0.2] }""");

    @Test
    void facesComeOutTheSame() {
        try (EglContext context = EglContext.open(new DeviceChoice.Cpu());
                FrameRenderer device =
                        new FrameRenderer(MODEL.surface(), StageListener.NONE, new Ways(false, false, false));
                FrameRenderer processor =
                        new FrameRenderer(MODEL.surface(), StageListener.NONE, new Ways(true, false, false))) {
            for (int id = 0; id < 8; id++) {
                Scene scene = DESIGN.scene(id);
                CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
                Face face = MODEL.face(scene, camera);
                compare("sample " + id, device.draw(face, camera, ALL), processor.draw(face, camera, ALL));
            }
        }
    }

    private static void compare(String sample, Frame expected, Frame drawn) {
        int classes = 0;
        int depths = 0;
        int amodal = 0;
        double colors = 0;
        double alpha = 0;
        int pixels = expected.size().pixels();
        for (int i = 0; i < pixels; i++) {
            classes += expected.classes()[i] == drawn.classes()[i] ? 0 : 1;
            depths += Math.abs(expected.depth()[i] - drawn.depth()[i]) < 0.1 ? 0 : 1;
            amodal += expected.onRequest().amodal()[i] == drawn.onRequest().amodal()[i] ? 0 : 1;
            alpha += Math.abs(
                    (expected.onRequest().alpha()[i] & 255) - (drawn.onRequest().alpha()[i] & 255));
            for (int k = 3 * i; k < 3 * i + 3; k++) {
                colors += Math.abs((expected.rgb()[k] & 255) - (drawn.rgb()[k] & 255));
            }
        }
        assertThat(classes).as("classes of %s", sample).isLessThan(pixels / 500);
        assertThat(depths).as("depths of %s", sample).isLessThan(pixels / 200);
        assertThat(amodal).as("amodal of %s", sample).isLessThan(pixels / 500);
        assertThat(alpha / pixels).as("alpha of %s", sample).isLessThan(0.1);
        assertThat(colors / (3 * pixels)).as("colours of %s", sample).isLessThan(0.1);
    }
}
