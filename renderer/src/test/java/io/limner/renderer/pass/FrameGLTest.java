package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.label.CameraModels;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames against geometry that is computed apart, and against themselves. */
@NeedsEgl
class FrameGLTest {
    private static final ImageSettings IMAGE = new ImageSettings(160, 120, ImageFormat.PNG, 95);
    private static final FaceModel MODEL = FaceModel.shared();
    private static ContextSlot slot;
    private static SceneDesign design;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        slot = new ContextSlot(new DeviceChoice.Cpu(), MODEL.surface());
        Path file =
                Files.writeString(folder.resolve("varied.yaml"), "limner: 1\nname: varied\nseed: 5\nsamples: 1000\n");
        DatasetSpec spec = SpecReader.read(file);
        design = new SceneDesign(spec);
    }

    @AfterAll
    static void close() {
        slot.close();
    }

    private static Frame draw(Scene scene, ImageSettings image) {
        CameraModel camera = CameraModels.of(scene.camera(), image);
        return slot.draw(MODEL.face(scene, camera), camera);
    }

    @Test
    void labelsAreWhatARayThroughThePixelCentreMeets() {
        checkAgainstRays(design);
    }

    @Test
    void soTheyAreWithALensThatDistortsOnAnOrbit() {
        checkAgainstRays(Designs.of("""
                parameters:
                  camera.azimuth: { uniform: [-60, 60] }
                  camera.elevation: { uniform: [-20, 40] }
                  camera.roll: { uniform: [-30, 30] }
                  camera.focal_length: { fixed: 35 }
                  camera.distance: { fixed: 330 }
                  camera.k1: { uniform: [-0.3, 0.3] }
                  camera.k2: { uniform: [0, 0.2] }
                  camera.p1: { uniform: [-0.03, 0.03] }
                  camera.p2: { uniform: [-0.03, 0.03] }"""));
    }

    private static void checkAgainstRays(SceneDesign design) {
        SplittableRandom random = new SplittableRandom(1);
        int compared = 0;
        List<String> wrong = new ArrayList<>();
        for (int id = 0; id < 6; id++) {
            CameraModel camera = CameraModels.of(design.scene(id).camera(), IMAGE);
            Face face = MODEL.face(design.scene(id), camera);
            Frame frame = slot.draw(face, camera);
            RayCaster caster = new RayCaster(face, camera);
            for (int n = 0; n < 70; n++) {
                int x = random.nextInt(40, 120);
                int y = random.nextInt(10, 110);
                String difference = difference(caster.at(x, y), frame, y * IMAGE.width() + x);
                compared++;
                if (!difference.isEmpty()) {
                    wrong.add("sample " + id + " pixel " + x + "," + y + ": " + difference);
                }
            }
        }
        // Rays that meet the common edge of two surfaces may go either way.
        assertThat(wrong).hasSizeLessThanOrEqualTo(compared / 200);
    }

    private static String difference(RayCaster.Hit expected, Frame frame, int i) {
        int kind = frame.classes()[i];
        if (expected == null) {
            return kind == 0 && frame.depth()[i] == 0 ? "" : "drawn where there is nothing, class " + kind;
        }
        if (kind != expected.kind()) {
            return "class " + kind + " for " + expected.kind();
        }
        if (Math.abs(frame.depth()[i] - expected.depth()) > 0.1) {
            return "depth " + frame.depth()[i] + " for " + expected.depth();
        }
        double dot = 0;
        double length = 0;
        for (int k = 0; k < 3; k++) {
            double coded = (frame.normals()[3 * i + k] & 255) / 127.5 - 1;
            dot += coded * expected.normal()[k];
            length += coded * coded;
        }
        dot /= Math.sqrt(length);
        return dot > Math.cos(Math.toRadians(1)) ? "" : "normal off by " + Math.toDegrees(Math.acos(dot)) + " degrees";
    }

    @Test
    void theSameSceneGivesTheSameBytesWhateverWasDrawnBefore() {
        Frame first = draw(design.scene(3), IMAGE);
        draw(design.scene(4), new ImageSettings(64, 64, ImageFormat.PNG, 95));
        draw(design.scene(5), IMAGE);
        Frame again = draw(design.scene(3), IMAGE);
        assertThat(again.rgb()).isEqualTo(first.rgb());
        assertThat(again.classes()).isEqualTo(first.classes());
        assertThat(again.depth()).isEqualTo(first.depth());
        assertThat(again.normals()).isEqualTo(first.normals());
        try (ContextSlot other = new ContextSlot(new DeviceChoice.Cpu(), MODEL.surface())) {
            CameraModel camera = CameraModels.of(design.scene(3).camera(), IMAGE);
            assertThat(other.draw(MODEL.face(design.scene(3), camera), camera).rgb())
                    .isEqualTo(first.rgb());
        }
    }

    /** A tall picture has a band's worth of rows many times over; its labels must not know. */
    @Test
    void bandsLeaveNoSeam() {
        Scene scene = design.scene(2);
        ImageSettings large = new ImageSettings(1280, 960, ImageFormat.PNG, 95);
        CameraModel camera = CameraModels.of(scene.camera(), large);
        Face face = MODEL.face(scene, camera);
        Frame frame = slot.draw(face, camera);
        RayCaster caster = new RayCaster(face, camera);
        List<String> wrong = new ArrayList<>();
        for (int y = 4; y < 960; y += 12) {
            String difference = difference(caster.at(640, y), frame, y * 1280 + 640);
            if (!difference.isEmpty()) {
                wrong.add(y + ": " + difference);
            }
        }
        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
        for (int y = 0; y < 960; y++) {
            int brightest = 0;
            for (int x = 0; x < 3 * 1280; x++) {
                brightest = Math.max(brightest, frame.rgb()[3 * 1280 * y + x] & 255);
            }
            assertThat(brightest)
                    .as("a row that was never shaded is black: %s", y)
                    .isPositive();
        }
    }

    @Test
    void everyPartOfAFaceIsThere() {
        boolean[] seen = new boolean[SegmentationClass.values().length];
        ImageSettings large = new ImageSettings(384, 384, ImageFormat.PNG, 95);
        for (int id = 0; id < 24; id++) {
            for (byte code : draw(design.scene(id), large).classes()) {
                seen[code] = true;
            }
        }
        for (SegmentationClass kind : EnumSet.range(SegmentationClass.BACKGROUND, SegmentationClass.CLOTHING)) {
            assertThat(seen[kind.code()]).as(kind.name()).isTrue();
        }
    }

    @Test
    void colourIsNeitherBlackNorBurntAndSurfacesHaveDepth() {
        for (int id = 0; id < 12; id++) {
            Frame frame = draw(design.scene(id), IMAGE);
            double sum = 0;
            int burnt = 0;
            int face = 0;
            for (int i = 0; i < frame.classes().length; i++) {
                assertThat(frame.depth()[i] > 0).isEqualTo(frame.classes()[i] != 0);
                int kind = frame.classes()[i];
                if (kind == SegmentationClass.SKIN.code() || kind == SegmentationClass.NOSE.code()) {
                    int green = frame.rgb()[3 * i + 1] & 255;
                    sum += green;
                    burnt += green > 250 ? 1 : 0;
                    face++;
                }
            }
            assertThat(face).as("skin pixels of sample %s", id).isGreaterThan(300);
            assertThat(sum / face).as("mean green of the skin of sample %s", id).isBetween(10.0, 225.0);
            assertThat(burnt).as("burnt skin of sample %s", id).isLessThan(face / 5);
        }
    }
}
