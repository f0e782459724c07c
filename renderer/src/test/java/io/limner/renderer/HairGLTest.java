package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hair as it is seen. */
@NeedsEgl
class HairGLTest {
    private static final ImageSettings IMAGE = new ImageSettings(96, 96, ImageFormat.PNG, 100);
    private static final FaceModel MODEL = FaceModel.shared();
    private static ContextSlot slot;

    @BeforeAll
    static void open() {
        slot = new ContextSlot(new DeviceChoice.Cpu(), MODEL.surface());
    }

    @AfterAll
    static void close() {
        slot.close();
    }

    private static Frame draw(Hair.Style style, int azimuth, int elevation) {
        Scene scene = Designs.of(
                        "defaults: neutral",
                        "parameters:",
                        "  hair.style: { fixed: " + Value.of(style) + " }",
                        "  camera.azimuth: { fixed: " + azimuth + " }",
                        "  camera.elevation: { fixed: " + elevation + " }")
                .scene(0);
        CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
        return slot.draw(MODEL.face(scene, camera), camera);
    }

    /** Full hair leaves no bare patch: hardly any skin lies between hair to the left and hair to the right of it. */
    @ParameterizedTest
    @EnumSource(
            value = Hair.Style.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BALD", "BUZZ", "CREW_CUT"})
    void noScalpShowsFromBehindOrAbove(Hair.Style style) {
        for (int[] view : new int[][] {{180, 10}, {130, 40}, {180, 70}}) {
            byte[] classes = draw(style, view[0], view[1]).classes();
            int hair = 0;
            int bare = 0;
            for (int y = 0; y < IMAGE.height(); y++) {
                int first = -1;
                int last = -1;
                for (int x = 0; x < IMAGE.width(); x++) {
                    if (classes[y * IMAGE.width() + x] == SegmentationClass.HAIR.code()) {
                        first = first < 0 ? x : first;
                        last = x;
                        hair++;
                    }
                }
                for (int x = Math.max(0, first); x < last; x++) {
                    bare += classes[y * IMAGE.width() + x] == SegmentationClass.SKIN.code() ? 1 : 0;
                }
            }
            assertThat(hair).as("hair at %s, %s", view[0], view[1]).isGreaterThan(300);
            assertThat(bare).as("skin within it at %s, %s", view[0], view[1]).isLessThan(1 + hair / 40);
        }
    }
}
