package io.limner.renderer.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.raster.TriangleFill.Side;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.CameraModel.Intrinsics;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TriangleFillTest {
    private static final int CELLS = 9;
    /** A camera at the origin that looks along z; at depth 100 a millimetre is a pixel. */
    private static final CameraModel CAMERA = new CameraModel(
            20, 20, new Intrinsics(100, 100, 0, 0), new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});

    private final SampleGrid grid = new SampleGrid(40, 40);
    private final TriangleFill fill = new TriangleFill(grid);
    private final GridPoints points = new GridPoints();

    /** Many corners lie on samples, which is where gaps would be; the net covers more than the grid. */
    @Test
    void aNetLeavesNoSampleBetweenItsTriangles() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 200; round++) {
            double[] world = new double[3 * (CELLS + 1) * (CELLS + 1)];
            for (int i = 0; i < world.length / 3; i++) {
                world[3 * i] = shifted(i % (CELLS + 1), random);
                world[3 * i + 1] = shifted(i / (CELLS + 1), random);
                world[3 * i + 2] = 100;
            }
            grid.clear(0);
            points.project(CAMERA, world, 2);
            fill.fill(points, net(random), 0, 2 * CELLS * CELLS, 1, Side.CLOCKWISE);
            assertThat(grid.ids()).as("round %s", round).doesNotContain(0);
        }
    }

    private static double shifted(int cell, SplittableRandom random) {
        return 3 * cell - 2 + (random.nextBoolean() ? random.nextInt(2) / 2.0 : random.nextDouble());
    }

    /** Two triangles a cell, cut along either diagonal, clockwise with rows running down. */
    private static int[] net(SplittableRandom random) {
        int[] triangles = new int[6 * CELLS * CELLS];
        for (int i = 0; i < CELLS * CELLS; i++) {
            int a = i / CELLS * (CELLS + 1) + i % CELLS;
            int b = a + 1;
            int c = a + CELLS + 2;
            int d = a + CELLS + 1;
            int[] cell = random.nextBoolean() ? new int[] {a, b, c, c, d, a} : new int[] {b, c, d, d, a, b};
            System.arraycopy(cell, 0, triangles, 6 * i, 6);
        }
        return triangles;
    }

    @Test
    void everySampleHasTheNearestTriangleThatCoversIt() {
        SplittableRandom random = new SplittableRandom(5);
        int count = 60;
        double[] world = random.doubles(9L * count, -20, 40).toArray();
        int[] triangles = new int[3 * count];
        for (int i = 0; i < triangles.length; i++) {
            triangles[i] = i;
            world[3 * i + 2] = random.nextDouble(60, 140);
        }
        grid.clear(0);
        assertThat(points.project(CAMERA, world, 2)).isTrue();
        fill.fill(points, triangles, 0, count, 7, Side.COUNTERCLOCKWISE);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                assertThat(grid.ids()[row * grid.columns() + column])
                        .as("row %s column %s", row, column)
                        .isEqualTo(nearest(world, count, 0.5 * column / 100, 0.5 * row / 100));
            }
        }
    }

    /** Where the ray through (x, y) at depth 1 goes: the id of the nearest triangle whose back, as rows run down, it meets. */
    private static int nearest(double[] world, int count, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        int id = 0;
        for (int t = 0; t < count; t++) {
            double ab = volume(world, 3 * t, 3 * t + 1, x, y);
            double bc = volume(world, 3 * t + 1, 3 * t + 2, x, y);
            double ca = volume(world, 3 * t + 2, 3 * t, x, y);
            if (ab <= 0 && bc <= 0 && ca <= 0) {
                double depth = (bc * world[9 * t + 2] + ca * world[9 * t + 5] + ab * world[9 * t + 8]) / (ab + bc + ca);
                if (depth < least) {
                    least = depth;
                    id = 7 + t;
                }
            }
        }
        return id;
    }

    /** Of the ray and two corners: their determinant. */
    private static double volume(double[] world, int p, int q, double x, double y) {
        double px = world[3 * p] - x * world[3 * p + 2];
        double py = world[3 * p + 1] - y * world[3 * p + 2];
        double qx = world[3 * q] - x * world[3 * q + 2];
        double qy = world[3 * q + 1] - y * world[3 * q + 2];
        return px * qy - py * qx;
    }

    @Test
    void whatIsTooNearOrBehindIsRefused() {
        assertThat(points.project(CAMERA, new double[] {0, 0, 20.1, 1, 1, 300}, 2))
                .isTrue();
        assertThat(points.project(CAMERA, new double[] {0, 0, 19.9, 1, 1, 300}, 2))
                .isFalse();
        assertThat(points.project(CAMERA, new double[] {0, 0, 300, 1, 1, -300}, 2))
                .isFalse();
        assertThat(points.project(CAMERA, new double[] {0, 0, 0}, 2)).isFalse();
    }
}
