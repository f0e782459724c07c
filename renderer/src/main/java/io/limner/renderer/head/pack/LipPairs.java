package io.limner.renderer.head.pack;

import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.List;

/** Finds, across the mouth, which vertices of the upper and the lower lip touch when it is shut. */
final class LipPairs {
    private static final double[] COLUMNS = {-20, -16, -12, -8, -4, 0, 4, 8, 12, 16, 20};
    private static final double HALF_COLUMN = 2.5;

    private final BaseHead base;
    private final BustCut bust;

    LipPairs(BaseHead base, BustCut bust) {
        this.base = base;
        this.bust = bust;
    }

    /** Pack vertices: the lowest of the upper lip, then the highest of the lower lip, for each column. */
    int[] find() {
        List<Integer> pairs = new ArrayList<>();
        for (double column : COLUMNS) {
            int upper = extreme(column, SegmentationClass.UPPER_LIP, -1);
            int lower = extreme(column, SegmentationClass.LOWER_LIP, 1);
            if (upper >= 0 && lower >= 0) {
                pairs.add(upper);
                pairs.add(lower);
            }
        }
        return pairs.stream().mapToInt(i -> i).toArray();
    }

    private int extreme(double column, SegmentationClass lip, int sign) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        int[] quads = bust.quads();
        for (int c = 0; c < quads.length; c++) {
            if (bust.classes().get(c / 4) == lip) {
                int source = bust.vertices().source(quads[c]).vertex();
                double x = base.neutral()[3 * source];
                double y = sign * base.neutral()[3 * source + 1];
                if (Math.abs(x - column) < HALF_COLUMN && y > most) {
                    most = y;
                    best = quads[c];
                }
            }
        }
        return best;
    }
}
