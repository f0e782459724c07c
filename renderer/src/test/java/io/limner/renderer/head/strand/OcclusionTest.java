package io.limner.renderer.head.strand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OcclusionTest {
    /** Looks along z from the origin; y runs down as in the world here. */
    private static final CameraModel CAMERA =
            new CameraModel(512, 512, new CameraModel.Intrinsics(1000, 1000, 256, 256), new double[] {
                1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1
            });

    /** A wall, 100 mm wide and high, 600 mm away, whose outside is this way. */
    private static final Mesh WALL =
            mesh(List.of(new double[] {-50, -50, 600, -50, 50, 600, 50, -50, 600, 50, 50, 600}), 0);

    private static final Occlusion.Skin SKIN =
            new Occlusion.Skin(WALL.topology().triangles());

    @Test
    void whatLiesBehindTheSkinIsLeftOut() {
        assertEquals(2, shown(lock(0, 500)));
        assertEquals(0, shown(lock(0, 700)));
        assertEquals(2, shown(lock(-90, 500)));
        // Not what ends beside it.
        assertEquals(2, shown(lock(60, 700)));
        // Nor what is on it.
        assertEquals(2, shown(lock(0, 599)));
        assertEquals(2, shown(lock(0, 602)));
        assertEquals(4, shown(lock(0, 700), lock(0, 500), lock(-90, 700)));
    }

    @Test
    void theInsideOfTheSkinHidesNothing() {
        int[] turned = WALL.topology().triangles().clone();
        for (int t = 0; t < turned.length; t += 3) {
            int second = turned[t + 1];
            turned[t + 1] = turned[t + 2];
            turned[t + 2] = second;
        }
        Strands strands = strands(List.of(lock(0, 700)), 0);
        assertEquals(
                2,
                new Occlusion(CAMERA)
                        .sort(strands, WALL, new Occlusion.Skin(turned))
                        .shown());
    }

    @Test
    void threeLocksHideWhatLiesBehindThemAndTwoDoNot() {
        assertEquals(6, shown(wide(400), wide(410), lock(0, 450)));
        assertEquals(6, shown(wide(400), wide(410), wide(420), lock(0, 450)));
        // In whatever order they come.
        assertEquals(6, shown(lock(0, 450), wide(420), wide(400), wide(410)));
    }

    @Test
    void theCapHidesAndStaysWholeForItsShadow() {
        Strands strands = strands(List.of(lock(90, 500), lock(0, 580), wide(550), lock(0, 700), lock(0, 800)), 2);
        Strands seen = new Occlusion(CAMERA).sort(strands, WALL, SKIN);
        assertEquals(2, seen.firstCaster());
        assertEquals(6, seen.shown());
        int[] kept = seen.mesh().topology().triangles();
        assertEquals(
                List.of(0, 8, 12, 16),
                Stream.of(0, 6, 12, 18).map(at -> kept[at]).toList());
    }

    @Test
    void nothingIsHiddenFromALensAmidIt() {
        assertEquals(2, shown(lock(0, 20)));
        assertEquals(4, shown(lock(0, -100), lock(0, 500)));
    }

    private static int shown(double[]... locks) {
        return new Occlusion(CAMERA)
                .sort(strands(List.of(locks), locks.length), WALL, SKIN)
                .shown();
    }

    /** A lock 4 mm wide, 30 mm long. */
    private static double[] lock(double x, double z) {
        return new double[] {x - 2, -15, z, x + 2, -15, z, x - 2, 15, z, x + 2, 15, z};
    }

    /** A lock 40 mm wide, 60 mm long. */
    private static double[] wide(double z) {
        return new double[] {-20, -30, z, 20, -30, z, -20, 30, z, 20, 30, z};
    }

    /** Locks, of which those from {@code cap} on are the cap's, and the fifth only casts a shadow. */
    private static Strands strands(List<double[]> locks, int cap) {
        return new Strands(
                mesh(locks, SegmentationClass.HAIR.code()), 2 * Math.min(4, locks.size()), 2 * cap, 2 * locks.size());
    }

    private static Mesh mesh(List<double[]> quads, int kind) {
        List<Double> positions = new ArrayList<>();
        int[] triangles = new int[6 * quads.size()];
        for (int q = 0; q < quads.size(); q++) {
            for (double value : quads.get(q)) {
                positions.add(value);
            }
            int v = 4 * q;
            System.arraycopy(new int[] {v, v + 1, v + 2, v + 1, v + 3, v + 2}, 0, triangles, 6 * q, 6);
        }
        byte[] classes = new byte[2 * quads.size()];
        Arrays.fill(classes, (byte) kind);
        int vertices = 4 * quads.size();
        Topology topology =
                new Topology(triangles, classes, new float[2 * vertices], new float[3 * vertices], new float[vertices]);
        return new Mesh(
                topology, positions.stream().mapToDouble(Double::doubleValue).toArray(), new float[3 * vertices]);
    }
}
