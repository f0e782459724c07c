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
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Layers against rays cast in 64 bits, over varied people, cameras and lenses. {@code -Dlimner.proof.samples} and
 * {@code -Dlimner.proof.pixels} (of each) prove more of them.
 */
@NeedsEgl
class LayerProofGLTest {
    private static final int SAMPLES = Integer.getInteger("limner.proof.samples", 4);
    private static final int PIXELS = Integer.getInteger("limner.proof.pixels", 80);
    private static final FaceModel MODEL = FaceModel.shared();
    private static final SceneDesign DESIGN = Designs.of("""
            parameters:
              camera.azimuth: { uniform: [-50, 50] }
              camera.roll: { uniform: [-30, 30] }
              camera.k1: { uniform: [-0.25, 0.25] }
              camera.p1: { uniform: [-0.02, 0.02] }
              camera.p2: { uniform: [-0.02, 0.02] }
              wear.glasses: { choice: [none, round] }
              wear.mask: { choice: { none: 3, surgical: 1 } }
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

    private static ImageSettings image(int side) {
        return new ImageSettings(side, side, ImageFormat.PNG, 95);
    }

    @Test
    void layersAreWhatRaysMeet() {
        SplittableRandom random = new SplittableRandom(9);
        Tally tally = new Tally();
        for (int id = 0; id < SAMPLES; id++) {
            CameraModel camera = CameraModels.of(DESIGN.scene(id).camera(), image(160));
            Face face = MODEL.face(DESIGN.scene(id), camera);
            Frame frame = slot.draw(face, camera);
            RayCaster caster = new RayCaster(face, camera);
            for (int n = 0; n < PIXELS; n++) {
                tally.add(frame, random.nextInt(25, 135), random.nextInt(10, 155), caster);
            }
        }
        System.out.printf("layers: %s of %d samples%n", tally, SAMPLES);
        assertThat(tally.surfaces).isGreaterThan(tally.compared / 3);
        int one = 1; // A thousandth of few pixels would be none, and a hair's gap may end where a float does.
        assertThat(tally.kinds).as("class").isGreaterThanOrEqualTo(tally.compared - one - tally.compared / 1000);
        assertThat(tally.depths).as("depth").isGreaterThanOrEqualTo(tally.surfaces - one - tally.surfaces / 1000);
        assertThat(tally.normals).as("normal").isGreaterThanOrEqualTo(tally.surfaces - one - tally.surfaces / 1000);
        assertThat(tally.edges).as("within 1/256 pixel of an edge").isLessThan(one + tally.compared / 100);
    }

    /** How many pixels show what rays meet. */
    private static final class Tally {
        /** A rasteriser's grid: an edge that passes a centre nearer than this may be on either side of it. */
        private static final double GRID = 1.0 / 256;

        private int compared;
        private int edges;
        private int kinds;
        private int surfaces;
        private int depths;
        private int normals;

        void add(Frame frame, int x, int y, RayCaster caster) {
            RayCaster.Hit hit = caster.at(x, y);
            for (int k = 0; k < 4 && !same(frame, x, y, hit); k++) {
                RayCaster.Hit beside = caster.at(x + ((k & 1) - 0.5) * 2 * GRID, y + ((k >> 1) - 0.5) * 2 * GRID);
                if (same(frame, x, y, beside)) {
                    hit = beside;
                    edges++;
                }
            }
            int i = frame.size().width() * y + x;
            boolean kind = frame.classes()[i] == (hit == null ? 0 : hit.kind());
            compared++;
            kinds += kind ? 1 : 0;
            if (hit != null) {
                surfaces++;
                depths += kind && Math.abs(frame.depth()[i] - hit.depth()) <= 0.1 ? 1 : 0;
                normals += kind && angle(frame.normals(), i, hit.normal()) <= 1 ? 1 : 0;
            }
        }

        private static boolean same(Frame frame, int x, int y, RayCaster.Hit hit) {
            int i = frame.size().width() * y + x;
            return hit == null
                    ? frame.classes()[i] == 0
                    : frame.classes()[i] == hit.kind()
                            && Math.abs(frame.depth()[i] - hit.depth()) <= 0.1
                            && angle(frame.normals(), i, hit.normal()) <= 1;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "class right in %.3f%% of %d pixels; of %d surfaces depth within 0.1 mm %.3f%%, normal within 1 degree %.3f%%;"
                            + " %d pixels within 1/256 of an edge",
                    100.0 * kinds / compared,
                    compared,
                    surfaces,
                    100.0 * depths / surfaces,
                    100.0 * normals / surfaces,
                    edges);
        }
    }

    /** Degrees. */
    private static double angle(byte[] coded, int pixel, double[] expected) {
        double dot = 0;
        double length = 0;
        for (int k = 0; k < 3; k++) {
            double n = (coded[3 * pixel + k] & 255) / 127.5 - 1;
            dot += n * expected[k];
            length += n * n;
        }
        return Math.toDegrees(Math.acos(Math.min(1, dot / Math.sqrt(length))));
    }

    /** A pixel's centre is a corner of four pixels of the picture of twice the size: one of them shows the same. */
    @Test
    void twiceTheSizeGivesTheSameLabels() {
        for (int id = 0; id < 2; id++) {
            Scene scene = DESIGN.scene(id);
            Frame small = draw(scene, 96);
            Frame large = draw(scene, 192);
            int same = 0;
            for (int y = 0; y < 96; y++) {
                for (int x = 0; x < 96; x++) {
                    boolean found = false;
                    for (int k = 0; k < 4; k++) {
                        int i = 192 * (2 * y + (k >> 1)) + 2 * x + (k & 1);
                        found |= large.classes()[i] == small.classes()[96 * y + x]
                                && Math.abs(large.depth()[i] - small.depth()[96 * y + x]) < 12;
                    }
                    same += found ? 1 : 0;
                }
            }
            assertThat(same).as("pixels of sample %d that agree", id).isGreaterThan(96 * 96 * 98 / 100);
        }
    }

    private static Frame draw(Scene scene, int side) {
        CameraModel camera = CameraModels.of(scene.camera(), image(side));
        return slot.draw(MODEL.face(scene, camera), camera);
    }
}
