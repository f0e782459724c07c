package io.limner.renderer.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.label.CameraModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineGridTest {
    private static final CameraModel CAMERA =
            new CameraModel(100, 80, new CameraModel.Intrinsics(100, 100, 50, 40), new double[] {
                1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1
            });

    private final Random random = new Random(5);
    private final List<LinesOfSight.Line> lines = new ArrayList<>();

    @Test
    void findsEveryLineWithinTheBoundsOfATriangle() {
        LinesOfSight sight = new LinesOfSight(CAMERA);
        for (int i = 0; i < 150; i++) {
            lines.add(sight.through(10 + 60 * random.nextDouble(), 20 + 30 * random.nextDouble()));
        }
        LineGrid grid = grid();
        LinesOfSight.Line[] found = new LinesOfSight.Line[lines.size()];
        int none = 0;
        for (int i = 0; i < 20_000; i++) {
            // Of all sizes, on the grid and beside it.
            double size = Math.pow(10, -3 + 3.3 * random.nextDouble());
            double[] x = corners(size);
            double[] y = corners(size);
            int[] at = {grid.place(x[0], y[0]), grid.place(x[1], y[1]), grid.place(x[2], y[2])};
            int count = grid.within(at[0], at[1], at[2], found);
            List<LinesOfSight.Line> inside = lines.stream()
                    .filter(line -> holds(x, line.x()) && holds(y, line.y()))
                    .toList();
            assertThat(Arrays.copyOf(found, count)).doesNotHaveDuplicates().containsAll(inside);
            assertThat(grid.near(at[0], at[1], at[2])).isGreaterThanOrEqualTo(count);
            none += grid.near(at[0], at[1], at[2]) == 0 ? 1 : 0;
            assertThat(count - inside.size()).as("beside the bounds").isLessThan(12);
        }
        assertThat(none).as("triangles that are passed by").isGreaterThan(5_000);
    }

    @Test
    void aGridOfNothingHoldsNothing() {
        LineGrid grid = new LineGrid(List.of(), new double[] {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        });
        int far = grid.place(Double.NaN, 1e9);
        assertThat(grid.near(grid.place(-1, -1), far, grid.place(1, 0))).isZero();
        assertThat(grid.within(grid.place(-1, -1), far, far, new LinesOfSight.Line[0]))
                .isZero();
    }

    private LineGrid grid() {
        return new LineGrid(lines, new double[] {
            lines.stream().mapToDouble(LinesOfSight.Line::x).min().orElseThrow(),
            lines.stream().mapToDouble(LinesOfSight.Line::y).min().orElseThrow(),
            lines.stream().mapToDouble(LinesOfSight.Line::x).max().orElseThrow(),
            lines.stream().mapToDouble(LinesOfSight.Line::y).max().orElseThrow()
        });
    }

    private double[] corners(double size) {
        double at = 1.4 * random.nextDouble() - 0.7;
        return random.doubles(3, at - size / 2, at + size / 2).toArray();
    }

    private static boolean holds(double[] corners, double at) {
        double least = Math.min(corners[0], Math.min(corners[1], corners[2]));
        return at >= least && at <= Math.max(corners[0], Math.max(corners[1], corners[2]));
    }
}
