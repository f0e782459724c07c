package io.limner.renderer.label;

import java.util.List;

/**
 * Lines of sight by where they cross the plane at depth 1: a grid over their bounds, which says without a branch whether a triangle may touch any, and
 * which. Places are counted in parts of a cell, row and column packed into an int; what lies beside the grid has the place on its edge that is
 * nearest.
 */
final class LineGrid {
    /** Cells along a side. */
    private static final int CELLS = 128;

    /** Bits of a row or a column, and how many of them are parts of a cell. */
    private static final int FIELD = 15;

    private static final int FINE = 8;
    private static final int ROW = FIELD + FINE;
    private static final int LARGEST = (1 << FIELD) - 1;

    private final double left;
    private final double top;
    private final double perX;
    private final double perY;
    private final LinesOfSight.Line[] lines;
    private final int[] places;
    /** The first of each cell's lines, row by row of cells. */
    private final int[] starts = new int[CELLS * CELLS + 1];
    /** How many lines are in the rows above and the columns before, with a row and a column more than there are cells. */
    private final int[] sums = new int[(CELLS + 1) * (CELLS + 1)];

    /**
     * A grid.
     *
     * @param all lines, which lie within the bounds
     * @param bounds left, top, right and bottom
     */
    LineGrid(List<LinesOfSight.Line> all, double[] bounds) {
        left = bounds[0];
        top = bounds[1];
        perX = LARGEST / Math.max(bounds[2] - left, 1e-9);
        perY = LARGEST / Math.max(bounds[3] - top, 1e-9);
        lines = new LinesOfSight.Line[all.size()];
        places = new int[lines.length];
        for (LinesOfSight.Line line : all) {
            starts[cell(place(line.x(), line.y())) + 1]++;
        }
        for (int row = 0; row < CELLS; row++) {
            int sum = 0;
            for (int column = 0; column < CELLS; column++) {
                int cell = CELLS * row + column;
                sum += starts[cell + 1];
                starts[cell + 1] += starts[cell];
                int corner = (CELLS + 1) * (row + 1) + column + 1;
                sums[corner] = sums[corner - CELLS - 1] + sum;
            }
        }
        int[] next = starts.clone();
        for (LinesOfSight.Line line : all) {
            int place = place(line.x(), line.y());
            int at = next[cell(place)]++;
            lines[at] = line;
            places[at] = place;
        }
    }

    /** Where a point of the plane is. A point farther right or down is never at a smaller place. */
    int place(double x, double y) {
        int column = Math.max(0, Math.min(LARGEST, (int) ((x - left) * perX)));
        int row = Math.max(0, Math.min(LARGEST, (int) ((y - top) * perY)));
        return (row << FIELD) | column;
    }

    private static int cell(int place) {
        return CELLS * (place >> ROW) + ((place & LARGEST) >> FINE);
    }

    /** How many lines are in the cells that a triangle with corners at these places may touch. */
    int near(int a, int b, int c) {
        int above = (CELLS + 1) * (Math.min(a, Math.min(b, c)) >> ROW);
        int below = (CELLS + 1) * ((Math.max(a, Math.max(b, c)) >> ROW) + 1);
        int before = Math.min(a & LARGEST, Math.min(b & LARGEST, c & LARGEST)) >> FINE;
        int behind = (Math.max(a & LARGEST, Math.max(b & LARGEST, c & LARGEST)) >> FINE) + 1;
        return sums[below + behind] - sums[below + before] - sums[above + behind] + sums[above + before];
    }

    /**
     * The lines within the bounds of such a triangle.
     *
     * @param found gets them; as long as there are lines
     * @return how many there are
     */
    int within(int a, int b, int c, LinesOfSight.Line[] found) {
        int high = Math.min(a, Math.min(b, c)) >> FIELD;
        int low = Math.max(a, Math.max(b, c)) >> FIELD;
        int least = Math.min(a & LARGEST, Math.min(b & LARGEST, c & LARGEST));
        int most = Math.max(a & LARGEST, Math.max(b & LARGEST, c & LARGEST));
        int count = 0;
        for (int row = high >> FINE; row <= low >> FINE; row++) {
            int end = starts[CELLS * row + (most >> FINE) + 1];
            for (int i = starts[CELLS * row + (least >> FINE)]; i < end; i++) {
                int y = places[i] >> FIELD;
                int x = places[i] & LARGEST;
                if (y >= high && y <= low && x >= least && x <= most) {
                    found[count++] = lines[i];
                }
            }
        }
        return count;
    }
}
