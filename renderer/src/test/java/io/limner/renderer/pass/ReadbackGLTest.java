package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.EglContext;
import io.limner.renderer.egl.EglException;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.label.CameraModels;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a device brings over by itself is what is copied out of it, picture after picture, in one size and another. */
@NeedsEgl
class ReadbackGLTest {
    private static final FaceModel MODEL = FaceModel.shared();
    private static final Set<LabelKind> ALL = EnumSet.allOf(LabelKind.class);

    @Test
    void picturesComeOverWhole() {
        try (EglContext context = EglContext.open(new DeviceChoice.Cpu())) {
            assertThat(context.mappedReadback())
                    .as("in use where the device is software")
                    .isFalse();
            comeOver();
        }
    }

    /** Where a wait that was forgotten would show. */
    @Test
    void picturesOfAGpuComeOverWhole() {
        try (EglContext context = aGpu()) {
            assertThat(context.mappedReadback()).as("in use on a GPU").isTrue();
            comeOver();
        }
    }

    private static EglContext aGpu() {
        try {
            return EglContext.open(new DeviceChoice.AnyGpu());
        } catch (EglException e) {
            return abort("no GPU here: " + e.getMessage());
        }
    }

    private static void comeOver() {
        try (FrameRenderer copied =
                        new FrameRenderer(MODEL.surface(), StageListener.NONE, new Ways(false, false, false));
                FrameRenderer brought =
                        new FrameRenderer(MODEL.surface(), StageListener.NONE, new Ways(false, false, true))) {
            int[][] sizes = {{64, 96}, {64, 96}, {33, 31}};
            for (int id = 0; id < sizes.length; id++) {
                Scene scene = Designs.of("parameters: { }").scene(id);
                ImageSettings image = new ImageSettings(sizes[id][0], sizes[id][1], ImageFormat.PNG, 95);
                CameraModel camera = CameraModels.of(scene.camera(), image);
                Face face = MODEL.face(scene, camera);
                compare(copied.draw(face, camera, ALL), brought.draw(face, camera, ALL));
            }
        }
    }

    private static void compare(Frame expected, Frame drawn) {
        assertThat(drawn.rgb()).isEqualTo(expected.rgb());
        assertThat(drawn.classes()).isEqualTo(expected.classes());
        assertThat(drawn.normals()).isEqualTo(expected.normals());
        assertThat(drawn.depth()).isEqualTo(expected.depth());
        assertThat(drawn.onRequest().alpha()).isEqualTo(expected.onRequest().alpha());
        assertThat(drawn.onRequest().amodal()).isEqualTo(expected.onRequest().amodal());
        assertThat(drawn.onRequest().albedo()).isEqualTo(expected.onRequest().albedo());
    }
}
