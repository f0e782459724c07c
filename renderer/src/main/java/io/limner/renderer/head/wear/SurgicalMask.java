package io.limner.renderer.head.wear;

import io.limner.schema.label.SegmentationClass;

/** A pleated sheet from the bridge of the nose to under the chin, laid over the face as it moves, with loops about the ears. */
final class SurgicalMask {
    private static final int COLUMNS = 33;
    private static final int ROWS = 29;
    private static final double CLEARANCE = 1.6;

    private final Fitting fitting;
    private final Solids.Stuff cloth =
            new Solids.Stuff(SegmentationClass.MASK.code(), new double[] {0.30, 0.52, 0.66}, 0.9, -1);
    private final double[][][] grid = new double[ROWS][COLUMNS][];

    SurgicalMask(Fitting fitting) {
        this.fitting = fitting;
        double top = fitting.landmark(28)[1];
        double chin = fitting.landmark(8)[1] - 4;
        double right = fitting.landmark(3)[0];
        double left = fitting.landmark(13)[0];
        double half = 0.455 * (left - right);
        double middle = 0.5 * (left + right);
        for (int r = 0; r < ROWS; r++) {
            double v = r / (ROWS - 1.0);
            for (int c = 0; c < COLUMNS; c++) {
                double u = 2.0 * c / (COLUMNS - 1) - 1;
                double side = u * u;
                double high = top - 26 * side;
                double low = chin + 26 * side;
                double narrow = half * (1 - 0.10 * v);
                grid[r][c] = new double[] {middle + u * narrow, high + (low - high) * v, 0};
            }
        }
        drape();
    }

    /** Lies on what stands out, spans what lies between. */
    private void drape() {
        Relief front = fitting.front();
        double[][] least = new double[ROWS][COLUMNS];
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                double[] p = grid[r][c];
                least[r][c] = front.at(p[0], p[1], 2.2) + CLEARANCE;
                double fallen = r == 0 ? least[r][c] : Math.max(least[r][c], grid[r - 1][c][2] - 9);
                p[2] = Math.max(front.at(p[0], p[1], 5) + CLEARANCE, fallen);
            }
        }
        for (int round = 0; round < 60; round++) {
            for (int r = 0; r < ROWS; r++) {
                for (int c = 0; c < COLUMNS; c++) {
                    double sum = 0;
                    sum += grid[Math.max(0, r - 1)][c][2] + grid[Math.min(ROWS - 1, r + 1)][c][2];
                    sum += grid[r][Math.max(0, c - 1)][2] + grid[r][Math.min(COLUMNS - 1, c + 1)][2];
                    grid[r][c][2] = Math.max(0.25 * sum, least[r][c]);
                }
            }
        }
    }

    void build(Solids out) {
        int[][] outer = layer(out, 0, 0.95);
        int[][] inner = layer(out, -0.7, 0.3);
        for (int r = 0; r + 1 < ROWS; r++) {
            for (int c = 0; c + 1 < COLUMNS; c++) {
                out.quad(cloth, outer[r + 1][c], outer[r + 1][c + 1], outer[r][c + 1], outer[r][c]);
                out.quad(cloth, inner[r][c], inner[r][c + 1], inner[r + 1][c + 1], inner[r + 1][c]);
            }
        }
        for (int c = 0; c + 1 < COLUMNS; c++) {
            out.quad(cloth, outer[0][c], outer[0][c + 1], inner[0][c + 1], inner[0][c]);
            int b = ROWS - 1;
            out.quad(cloth, inner[b][c], inner[b][c + 1], outer[b][c + 1], outer[b][c]);
        }
        for (int r = 0; r + 1 < ROWS; r++) {
            int e = COLUMNS - 1;
            out.quad(cloth, inner[r][0], inner[r + 1][0], outer[r + 1][0], outer[r][0]);
            out.quad(cloth, outer[r][e], outer[r + 1][e], inner[r + 1][e], inner[r][e]);
        }
        loops(out);
    }

    private int[][] layer(Solids out, double offset, double open) {
        int[][] at = new int[ROWS][COLUMNS];
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                double[] p = grid[r][c];
                double pleat = r % 7 == 6 && r < ROWS - 3 ? 1.3 : 0;
                at[r][c] = out.vertex(cloth, p[0], p[1], p[2] + offset + pleat, p[0], p[1], open);
            }
        }
        return at;
    }

    private void loops(Solids out) {
        Solids.Stuff band = cloth.colored(0.72, 0.74, 0.75);
        for (int side = -1; side <= 1; side += 2) {
            int c = side > 0 ? COLUMNS - 1 : 0;
            double[] ear = fitting.earRoot(side);
            strap(out, band, grid[1][c], new double[] {ear[0] + side, ear[1] - 1, ear[2] - 4}, side);
            strap(out, band, grid[ROWS - 2][c], new double[] {ear[0] - side * 2, ear[1] - 46, ear[2] - 2}, side);
        }
    }

    private void strap(Solids out, Solids.Stuff band, double[] from, double[] to, int side) {
        final int steps = 12;
        double[][] path = new double[steps + 1][];
        for (int k = 0; k <= steps; k++) {
            double[] p = Space.between(from, to, k / (double) steps);
            p[0] = side * Math.max(side * p[0], fitting.side(side).at(p[2], p[1], 3) + 1.2);
            path[k] = p;
        }
        out.bar(band, path, false, new double[] {1, 0, 0}, 0.6, 1.2);
    }
}
