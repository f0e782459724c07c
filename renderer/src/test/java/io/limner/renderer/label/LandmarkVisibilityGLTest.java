package io.limner.renderer.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.head.Face;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.Ibug68;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Labels.Landmarks;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Visibility against lines of sight. */
@NeedsEgl
class LandmarkVisibilityGLTest {
    private static final ImageSettings IMAGE = new ImageSettings(256, 256, ImageFormat.PNG, 100);
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

    private record Seen(Face face, CameraModel camera, Landmarks landmarks) {

        static Seen of(Scene scene) {
            CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
            Face face = MODEL.face(scene, camera);
            return new Seen(
                    face,
                    camera,
                    FaceLabels.of(face.anchors(), camera, slot.draw(face, camera), LabelKind.standard())
                            .landmarks());
        }

        List<Integer> visibility(Ibug68.Group group) {
            List<Integer> visibility = new ArrayList<>();
            for (int i = group.first(); i <= group.last(); i++) {
                visibility.add((int) landmarks.visibility()[i]);
            }
            return visibility;
        }
    }

    @Test
    void inProfileTheFarEyeIsHiddenAndTheNearOneVisible() {
        for (int yaw : new int[] {-75, -60, 60, 75}) {
            Seen seen = Seen.of(Designs.of("defaults: neutral", "parameters: { head.yaw: { fixed: " + yaw + " } }")
                    .scene(0));
            // A face that turns to its own left shows the camera its right side.
            Ibug68.Group near = yaw > 0 ? Ibug68.Group.RIGHT_EYE : Ibug68.Group.LEFT_EYE;
            Ibug68.Group far = yaw > 0 ? Ibug68.Group.LEFT_EYE : Ibug68.Group.RIGHT_EYE;
            assertThat(seen.visibility(near)).as("near eye at yaw %s", yaw).containsOnly(2);
            if (Math.abs(yaw) == 75) {
                assertThat(seen.visibility(far)).as("far eye at yaw %s", yaw).containsOnly(1);
            } else {
                // The lids still show beside the bridge of the nose, but not their corners.
                assertThat(seen.visibility(far)).as("far eye at yaw %s", yaw).contains(1, 2);
            }
            Tally tally = new Tally();
            tally.add("yaw " + yaw, seen);
            assertThat(tally.wrong).isEmpty();
        }
    }

    @Test
    void visibilityIsWhatALineOfSightFinds() {
        SceneDesign design = Designs.of(
                "parameters:",
                "  hair.style: { choice: [long, bob, curly, short, pixie] }",
                "  hair.length: { uniform: [1, 2] }");
        Tally tally = new Tally();
        for (int id = 0; id < 40; id++) {
            tally.add("sample " + id, Seen.of(design.scene(id)));
        }
        System.out.println("visibility against lines of sight: " + tally);
        assertThat(tally.hidden).as("hidden landmarks in this set").isGreaterThan(100);
        assertThat(tally.underHair).as("landmarks under hair in this set").isGreaterThan(5);
        assertThat(tally.wrong).as("wrong away from edges").hasSizeLessThanOrEqualTo(tally.clear / 100);
        assertThat(tally.agreed).as("right in all").isGreaterThan(tally.compared * 94 / 100);
    }

    /** Landmarks of which a row and a line of sight say the same or not. */
    private static final class Tally {
        private final List<String> wrong = new ArrayList<>();
        private int compared;
        private int agreed;
        private int clear;
        private int hidden;
        private int underHair;

        void add(String name, Seen seen) {
            SightLines sight = new SightLines(seen.face, seen.camera);
            ProjectedLandmarks points =
                    ProjectedLandmarks.of(seen.face.anchors().landmarks(), seen.camera);
            SightLines.Line[][] lines = new SightLines.Line[Ibug68.COUNT][5];
            for (int i = 0; i < Ibug68.COUNT; i++) {
                for (int n = 0; n < 5; n++) {
                    double dx = n == 0 ? 0 : (n & 1) == 0 ? -1 : 1;
                    double dy = n == 0 ? 0 : n < 3 ? -1 : 1;
                    lines[i][n] = sight.through(points.pixels()[2 * i] + dx, points.pixels()[2 * i + 1] + dy);
                }
            }
            sight.search();
            for (int i = 0; i < Ibug68.COUNT; i++) {
                if (seen.landmarks.visibility()[i] != 0) {
                    add(name, i, seen.landmarks.visibility()[i], lines[i], points.depth()[i]);
                }
            }
        }

        private void add(String name, int landmark, int found, SightLines.Line[] lines, double depth) {
            int open = 0;
            for (SightLines.Line line : lines) {
                open += depth - line.depth() > allowance(landmark, line.kind()) ? 0 : 1;
            }
            boolean hides = depth - lines[0].depth() > allowance(landmark, lines[0].kind());
            boolean edge = open != 0 && open != lines.length;
            compared++;
            agreed += (found == 1) == hides ? 1 : 0;
            clear += edge ? 0 : 1;
            hidden += hides && !edge ? 1 : 0;
            underHair += hides && !edge && lines[0].kind() == SegmentationClass.HAIR.code() ? 1 : 0;
            if (!edge && (found == 1) != hides) {
                wrong.add(String.format(
                        Locale.ROOT,
                        "%s, landmark %d: %d, but class %d is %.1f mm before it",
                        name,
                        landmark,
                        found,
                        lines[0].kind(),
                        depth - lines[0].depth()));
            }
        }

        /** As {@link LandmarkVisibility} describes it, mm; at this image size a pixel's share is smaller. */
        private static double allowance(int landmark, int cover) {
            if (cover == SegmentationClass.BROW.code() || cover == SegmentationClass.LASH.code()) {
                return 12;
            }
            if (cover >= SegmentationClass.GLASSES.code() && cover <= SegmentationClass.OCCLUDER.code()) {
                return 0;
            }
            boolean lips = cover == SegmentationClass.UPPER_LIP.code() || cover == SegmentationClass.LOWER_LIP.code();
            return lips && landmark >= Ibug68.Group.OUTER_LIPS.first() ? 6 : 2.5;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.2f%% of %d agree; %.2f%% of the %d that are not within a pixel of an edge (%d hidden, %d by hair)",
                    100.0 * agreed / compared,
                    compared,
                    100.0 * (clear - wrong.size()) / clear,
                    clear,
                    hidden,
                    underHair);
        }
    }
}
