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
import org.junit.jupiter.api.Test;
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
        return draw(
                0,
                "hair.style: { fixed: " + Value.of(style) + " }",
                "camera.azimuth: { fixed: " + azimuth + " }",
                "camera.elevation: { fixed: " + elevation + " }");
    }

    private static Frame draw(long id, String... parameters) {
        Scene scene = Designs.of("defaults: neutral", "parameters:\n  " + String.join("\n  ", parameters))
                .scene(id);
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
                hair += hairOf(classes, y);
                bare += skinWithin(classes, y);
            }
            assertThat(hair).as("hair at %s, %s", view[0], view[1]).isGreaterThan(300);
            assertThat(bare).as("skin within it at %s, %s", view[0], view[1]).isLessThan(1 + hair / 40);
        }
    }

    /** The parting ends at the whorl: below it hair closes over the nape, wherever it is parted and however it curls. */
    @Test
    void longHairClosesOverTheNape() {
        for (int id = 0; id < 9; id++) {
            byte[] classes = draw(
                            id,
                            "subject.identity_seed: { uniform: [0, 1000000] }",
                            "hair.style: { fixed: long }",
                            "hair.parting: { grid: [-0.8, 0, 0.8] }",
                            "hair.curl: { grid: [0, 0.4, 0.8] }",
                            "camera.azimuth: { fixed: 180 }")
                    .classes();
            // The lower edge of the hair: its tips are ragged.
            int[] ends = ends(classes);
            assertThat(ends[1] - ends[0])
                    .as("height of the hair of sample %s", id)
                    .isGreaterThan(20);
            for (int y = ends[0]; y < ends[0] + 7 * (ends[1] - ends[0]) / 10; y++) {
                assertThat(skinWithin(classes, y))
                        .as("skin within the hair of sample %s, row %s", id, y)
                        .isZero();
            }
        }
    }

    /** The first and the last row of the middle third of the picture with hair. */
    private static int[] ends(byte[] classes) {
        int[] ends = {-1, -1};
        for (int y = 0; y < IMAGE.height(); y++) {
            for (int x = IMAGE.width() / 3; x < 2 * IMAGE.width() / 3; x++) {
                if (classes[y * IMAGE.width() + x] == SegmentationClass.HAIR.code()) {
                    ends[0] = ends[0] < 0 ? y : ends[0];
                    ends[1] = y;
                }
            }
        }
        return ends;
    }

    /** How many pixels of row {@code y} are hair. */
    private static int hairOf(byte[] classes, int y) {
        int hair = 0;
        for (int x = 0; x < IMAGE.width(); x++) {
            hair += classes[y * IMAGE.width() + x] == SegmentationClass.HAIR.code() ? 1 : 0;
        }
        return hair;
    }

    /** How many pixels of row {@code y} between its first and its last hair are skin. */
    private static int skinWithin(byte[] classes, int y) {
        int seen = 0;
        int bare = 0;
        int skin = 0;
        for (int x = 0; x < IMAGE.width(); x++) {
            byte code = classes[y * IMAGE.width() + x];
            if (code == SegmentationClass.HAIR.code()) {
                seen++;
                bare = skin;
            } else if (seen > 0 && code == SegmentationClass.SKIN.code()) {
                skin++;
            }
        }
        return bare;
    }
}
