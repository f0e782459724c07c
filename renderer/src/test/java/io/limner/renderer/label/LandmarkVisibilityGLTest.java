package io.limner.renderer.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.HiddenBy;
import io.limner.schema.label.Ibug68;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Labels.Landmarks;
import io.limner.schema.sample.Labels.Points;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Visibility against lines of sight that are found otherwise. {@code -Dlimner.proof.samples} proves more of them. */
@NeedsEgl
class LandmarkVisibilityGLTest {
    private static final ImageSettings IMAGE = new ImageSettings(256, 256, ImageFormat.PNG, 100);
    private static final FaceModel MODEL = FaceModel.shared();
    private static final int SAMPLES = Integer.getInteger("limner.proof.samples", 30);

    /** By class code, as FORMAT.md numbers both. */
    private static final int[] HIDDEN_BY = {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 2, 1, 3, 3, 3, 3, 3, 3, 4, 2};

    private static ContextSlot slot;

    @BeforeAll
    static void open() {
        slot = new ContextSlot(new DeviceChoice.Cpu(), MODEL.surface());
    }

    @AfterAll
    static void close() {
        slot.close();
    }

    private record Seen(Face face, CameraModel camera, Frame frame, Landmarks landmarks) {

        static Seen of(Scene scene) {
            CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
            Face face = MODEL.face(scene, camera);
            Frame frame = slot.draw(face, camera);
            return new Seen(
                    face,
                    camera,
                    frame,
                    FaceLabels.of(face, camera, frame, EnumSet.allOf(LabelKind.class))
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
        }
    }

    @Test
    void behindShutLidsThereAreNoPupils() {
        Seen seen = Seen.of(Designs.of("defaults: neutral", "parameters: { expression.preset: { fixed: blink } }")
                .scene(0));
        for (int i = DenseLandmarks.ON_SKIN; i < DenseLandmarks.COUNT; i++) {
            assertThat(seen.landmarks.dense().hiddenBy()[i]).as("point %s", i).isEqualTo((byte) HiddenBy.SELF.code());
        }
    }

    @Test
    void visibilityIsWhatALineOfSightFinds() {
        SceneDesign design = Designs.of(
                "parameters:",
                "  hair.style: { choice: [long, bob, curly, short, pixie] }",
                "  hair.length: { uniform: [1, 2] }",
                "  head.yaw: { uniform: [-70, 70] }",
                "  wear.glasses: { choice: [none, round, rectangle] }",
                "  wear.glasses_tint: { choice: [0, 0.8] }",
                "  wear.occluder: { choice: [none, phone] }",
                "  camera.k1: { uniform: [-0.2, 0.2] }");
        Tally tally = new Tally();
        for (int id = 0; id < SAMPLES; id++) {
            tally.add("sample " + id, Seen.of(design.scene(id)));
        }
        System.out.println("visibility against lines of sight: " + tally);
        tally.other.forEach(System.out::println);
        for (int count : tally.hidden) {
            assertThat(count).as("hidden by each cause").isGreaterThan(SAMPLES / 2);
        }
        assertThat(tally.other).as("not what a line of sight finds").hasSizeLessThanOrEqualTo(tally.compared / 1000);
        assertThat(tally.shown)
                .as("as the picture's depth has it, within a pixel")
                .isGreaterThan(tally.compared * 98 / 100);
    }

    /** Landmarks of which a row and a line of sight say the same or not. */
    private static final class Tally {
        private final List<String> other = new ArrayList<>();
        private final int[] hidden = new int[HiddenBy.values().length - 2];
        private int compared;
        private int shown;

        void add(String name, Seen seen) {
            SightLines sight = new SightLines(seen.face, seen.camera);
            List<Runnable> comparisons = new ArrayList<>();
            Landmarks all = seen.landmarks;
            add(name + ", landmark ", seen, sight, all.fixed(), i -> i >= 48 ? 1 : 0, comparisons);
            add(name + ", contour ", seen, sight, all.jawContour(), i -> 0, comparisons);
            add(
                    name + ", dense landmark ",
                    seen,
                    sight,
                    all.dense(),
                    i -> i >= 502 ? 2 : i >= 386 && i <= 464 ? 1 : 0,
                    comparisons);
            sight.search();
            comparisons.forEach(Runnable::run);
        }

        private void add(
                String name,
                Seen seen,
                SightLines sight,
                Points points,
                IntUnaryOperator ground,
                List<Runnable> comparisons) {
            double[] c = new double[3];
            for (int i = 0; i < points.count(); i++) {
                int found = points.visibility()[i];
                if (found == 0) {
                    continue;
                }
                float[] p = points.points3d();
                seen.camera.toCamera(p[3 * i], p[3 * i + 1], p[3 * i + 2], c);
                double depth = c[2];
                double x = points.points2d()[2 * i];
                double y = points.points2d()[2 * i + 1];
                int on = ground.applyAsInt(i);
                SightLines.Line line = sight.through(x, y, depth, kind -> allowance(on, kind));
                int by = points.hiddenBy()[i];
                String what = name + i;
                comparisons.add(() -> compare(what, by, line));
                shown += agrees(seen.frame, x, y, depth, found == 2) ? 1 : 0;
            }
        }

        /** Whether one of the four pixel centres around a point is open, or covered. */
        private static boolean agrees(Frame frame, double x, double y, double depth, boolean open) {
            int side = frame.size().width();
            for (int k = 0; k < 4; k++) {
                int column = Math.max(0, Math.min(side - 1, (int) Math.floor(x - 0.5) + (k & 1)));
                int row = Math.max(0, Math.min(side - 1, (int) Math.floor(y - 0.5) + (k >> 1)));
                float drawn = frame.depth()[side * row + column];
                int kind = frame.classes()[side * row + column];
                boolean lashes = kind == SegmentationClass.BROW.code() || kind == SegmentationClass.LASH.code();
                if (open ? drawn == 0 || drawn > depth - (lashes ? 12 : 6) : drawn != 0 && drawn < depth) {
                    return true;
                }
            }
            return false;
        }

        private void compare(String what, int by, SightLines.Line line) {
            int expected = line.hidden() ? HIDDEN_BY[line.kind()] : 0;
            compared++;
            if (expected > 0) {
                hidden[expected - 1]++;
            }
            if (by != expected) {
                other.add(String.format(
                        Locale.ROOT,
                        "%s: hidden by %d, a line of sight finds %d (class %d, %.4f mm before it)",
                        what,
                        by,
                        expected,
                        line.kind(),
                        line.before()));
            }
        }

        /** Chapter "Landmarks" of FORMAT.md, mm. On is 0 skin, 1 mouth, 2 eye. */
        private static double allowance(int on, int cover) {
            if (cover == 10 || cover == 11) {
                return 12;
            }
            if (cover >= 16 && cover <= 21) {
                return 0;
            }
            if (on == 1 && (cover == 3 || cover == 4)) {
                return 6;
            }
            return on == 2 && cover != 8 && cover != 15 ? 0.3 : 2.5;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.3f%% of %d agree (hidden by self, hair, wear, occluder: %s); %.2f%% with the picture",
                    100.0 * (compared - other.size()) / compared,
                    compared,
                    Arrays.toString(hidden),
                    100.0 * shown / compared);
        }
    }
}
