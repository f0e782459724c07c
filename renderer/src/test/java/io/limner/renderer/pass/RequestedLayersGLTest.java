package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.AmodalGroup;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is drawn only on request, against rays that are cast apart. */
@NeedsEgl
class RequestedLayersGLTest {
    private static final ImageSettings IMAGE = new ImageSettings(112, 112, ImageFormat.PNG, 95);
    private static final EnumSet<LabelKind> ALL = EnumSet.allOf(LabelKind.class);
    private static final FaceModel MODEL = FaceModel.shared();
    private static final SceneDesign DESIGN = Designs.of("""
            parameters:
              wear.mask: { choice: [none, surgical] }
              wear.glasses: { choice: [none, round, rectangle] }
              wear.occluder: { choice: [none, phone] }
              hair.style: { choice: [long, bob, curly] }
              hair.facial_style: { choice: [none, full_beard] }
              camera.k1: { uniform: [-0.2, 0.2] }
            """);

    private static ContextSlot slot;

    @BeforeAll
    static void open() {
        slot = new ContextSlot(new DeviceChoice.Cpu(), MODEL.surface());
    }

    @AfterAll
    static void close() {
        slot.close();
    }

    private record Drawn(Face face, CameraModel camera, Frame frame) {
        static Drawn of(long id) {
            CameraModel camera = CameraModels.of(id);
            Face face = MODEL.face(DESIGN.scene(id), camera);
            return new Drawn(face, camera, slot.draw(face, camera, ALL));
        }
    }

    private static final class CameraModels {
        static CameraModel of(long id) {
            return io.limner.renderer.label.CameraModels.of(DESIGN.scene(id).camera(), IMAGE);
        }
    }

    @Test
    void withoutARequestThePictureIsTheSameAndThereIsNoLayer() {
        Drawn all = Drawn.of(1);
        Frame bare = slot.draw(all.face, all.camera);
        assertThat(bare.rgb()).isEqualTo(all.frame.rgb());
        assertThat(bare.classes()).isEqualTo(all.frame.classes());
        assertThat(bare.normals()).isEqualTo(all.frame.normals());
        assertThat(bare.onRequest()).isEqualTo(Frame.OnRequest.NOTHING);
    }

    @Test
    void amodalIsWhatTheRayMeets() {
        SplittableRandom random = new SplittableRandom(2);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        int covered = 0;
        for (int id = 0; id < 5; id++) {
            Drawn drawn = Drawn.of(id);
            RayCaster caster = new RayCaster(drawn.face, drawn.camera);
            for (int n = 0; n < 60; n++) {
                int x = random.nextInt(25, 90);
                int y = random.nextInt(10, 105);
                int i = y * IMAGE.width() + x;
                int found = drawn.frame.onRequest().amodal()[i] & 255;
                int expected = caster.groupsAt(x, y);
                compared++;
                covered += Integer.bitCount(expected) > 1 ? 1 : 0;
                if (found != expected) {
                    wrong.add("sample " + id + " pixel " + x + "," + y + ": " + found + " for " + expected);
                }
            }
        }
        assertThat(covered).as("rays that meet more than one group").isGreaterThan(60);
        // Rays that meet an edge may go either way.
        assertThat(wrong).hasSizeLessThanOrEqualTo(compared / 100);
    }

    @Test
    void amodalHoldsWhatIsVisible() {
        for (int id = 0; id < 5; id++) {
            Frame frame = Drawn.of(id).frame;
            for (int i = 0; i < frame.classes().length; i++) {
                int bit = 0;
                for (SegmentationClass kind : SegmentationClass.values()) {
                    bit = kind.code() == frame.classes()[i] ? AmodalGroup.bit(kind) : bit;
                }
                assertThat(frame.onRequest().amodal()[i] & bit)
                        .as("visible class of pixel %d", i)
                        .isEqualTo(bit);
                assertThat(frame.onRequest().amodal()[i] == 0).isEqualTo(frame.classes()[i] == 0);
            }
        }
    }

    /** Another light, another exposure and noise change the picture and not the colour of things. */
    @Test
    void albedoKnowsNoLight() {
        List<Frame> lit = new ArrayList<>();
        for (String light : List.of("-3", "1")) {
            Scene scene = Designs.of(
                            "defaults: neutral",
                            "parameters:",
                            "  wear.mask: { fixed: surgical }",
                            "  capture.noise: { fixed: 0.05 }",
                            "  capture.exposure: { fixed: " + light + " }",
                            "  light.key_azimuth: { fixed: " + (light.equals("1") ? 80 : -80) + " }")
                    .scene(0);
            CameraModel camera = io.limner.renderer.label.CameraModels.of(scene.camera(), IMAGE);
            lit.add(slot.draw(MODEL.face(scene, camera), camera, ALL));
        }
        byte[] albedo = lit.get(0).onRequest().albedo();
        assertThat(lit.get(1).onRequest().albedo()).isEqualTo(albedo);
        assertThat(lit.get(1).rgb()).isNotEqualTo(lit.get(0).rgb());
        byte[] classes = lit.get(0).classes();
        for (int i = 0; i < classes.length; i++) {
            boolean black = albedo[3 * i] == 0 && albedo[3 * i + 1] == 0 && albedo[3 * i + 2] == 0;
            boolean pupil = classes[i] == SegmentationClass.IRIS.code();
            assertThat(black || pupil).as("pixel %d of class %d", i, classes[i]).isEqualTo(classes[i] == 0 || pupil);
        }
    }

    @Test
    void canonicalPlacesAreThoseOfTheMesh() {
        SplittableRandom random = new SplittableRandom(3);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (int id = 0; id < 4; id++) {
            Drawn drawn = Drawn.of(id);
            RayCaster caster = new RayCaster(drawn.face, drawn.camera);
            for (int n = 0; n < 50; n++) {
                int x = random.nextInt(40, 75);
                int y = random.nextInt(20, 100);
                int i = y * IMAGE.width() + x;
                short[] places = drawn.frame.onRequest().canonical();
                int kind = drawn.frame.classes()[i];
                boolean skin = (kind >= 1 && kind <= 4) || kind == 12 || kind == 14;
                assertThat(places[3 * i] != 0)
                        .as("pixel %d of class %d", i, kind)
                        .isEqualTo(skin);
                RayCaster.Hit hit = caster.at(x, y);
                if (skin && hit != null && hit.kind() == kind) {
                    compared++;
                    for (int k = 0; k < 3; k++) {
                        double found = ((places[3 * i + k] & 0xffff) - 32768) / 100.0;
                        if (Math.abs(found - hit.rest()[k]) > 0.03) {
                            wrong.add("pixel " + i + ": " + found + " for " + hit.rest()[k]);
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(40);
        assertThat(wrong).hasSizeLessThanOrEqualTo(compared / 100);
    }

    /** Alpha is 0 where all about is background, 255 where none is, and between at edges and hair. */
    @Test
    void alphaFollowsTheSubject() {
        for (int id = 0; id < 4; id++) {
            Frame frame = Drawn.of(id).frame;
            int soft = 0;
            for (int y = 2; y < IMAGE.height() - 2; y++) {
                for (int x = 2; x < IMAGE.width() - 2; x++) {
                    int i = y * IMAGE.width() + x;
                    int alpha = frame.onRequest().alpha()[i] & 255;
                    if (frame.classes()[i] != 0) {
                        // The centre sample alone has a quarter of the weight.
                        assertThat(alpha).as("alpha of pixel %d", i).isGreaterThanOrEqualTo(64);
                    } else {
                        assertThat(alpha).as("alpha of pixel %d", i).isLessThanOrEqualTo(191);
                    }
                    soft += alpha > 0 && alpha < 255 ? 1 : 0;
                }
            }
            assertThat(soft).as("soft pixels").isBetween(100, IMAGE.width() * IMAGE.height() / 3);
        }
    }

    /** What is before the background keeps its colour whatever the background is. */
    @Test
    void whereAlphaIsFullTheBackgroundDoesNotShow() {
        Frame[] two = new Frame[2];
        for (int k = 0; k < 2; k++) {
            SceneDesign design = Designs.of(
                    "defaults: neutral",
                    "parameters: { background.style: { fixed: "
                            + (k == 0 ? "plain" : "bokeh")
                            + " }, hair.style: { fixed: curly } }");
            CameraModel camera =
                    io.limner.renderer.label.CameraModels.of(design.scene(0).camera(), IMAGE);
            two[k] = slot.draw(MODEL.face(design.scene(0), camera), camera, ALL);
        }
        assertThat(two[0].onRequest().alpha()).isEqualTo(two[1].onRequest().alpha());
        int differing = 0;
        for (int i = 0; i < IMAGE.width() * IMAGE.height(); i++) {
            boolean same = true;
            for (int c = 0; c < 3; c++) {
                same &= two[0].rgb()[3 * i + c] == two[1].rgb()[3 * i + c];
            }
            if (two[0].onRequest().alpha()[i] == -1) {
                assertThat(same).as("pixel %d", i).isTrue();
            } else {
                differing += same ? 0 : 1;
            }
        }
        assertThat(differing).isGreaterThan(1000);
    }
}
