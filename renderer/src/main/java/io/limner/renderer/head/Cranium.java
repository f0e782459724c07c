package io.limner.renderer.head;

import java.util.stream.IntStream;

/**
 * Keeps the vault of the skull in proportion. Age, sex and identity each make heads higher or flatter; together they would make cones
 * and flat tops of some. What is above the brows is squeezed or stretched then, most at the crown.
 */
final class Cranium {
    /** Height above the eyes over half the width above the ears. */
    private static final double LOWEST = 1.36;

    private static final double HIGHEST = 1.56;
    /** Where the vault begins, as a share of its height. */
    private static final double BROWS = 0.25;

    private final int count;
    private final int[] crown;
    private final int[] sides;

    /** @param neutral coarse positions of the neutral adult, mm, the origin between its eyes */
    Cranium(double[] neutral, int count) {
        this.count = count;
        double top = IntStream.range(0, count)
                .mapToDouble(v -> neutral[3 * v + 1])
                .max()
                .orElseThrow();
        crown = IntStream.range(0, count)
                .filter(v -> neutral[3 * v + 1] > 0.9 * top)
                .toArray();
        sides = IntStream.range(0, count)
                .filter(v -> neutral[3 * v + 1] > 0.3 * top && neutral[3 * v + 1] < 0.4 * top)
                .toArray();
    }

    /** Height of the vault over half its width, of {@code coarse} (mm, the origin between the eyes). */
    double proportion(double[] coarse) {
        return top(coarse) / halfWidth(coarse);
    }

    /** Moves the vault of {@code coarse} into proportion. */
    void bound(double[] coarse) {
        double top = top(coarse);
        double wanted = halfWidth(coarse) * Math.max(LOWEST, Math.min(HIGHEST, proportion(coarse)));
        if (wanted == top) {
            return;
        }
        double from = BROWS * top;
        for (int v = 0; v < count; v++) {
            double above = (coarse[3 * v + 1] - from) / (top - from);
            if (above > 0) {
                coarse[3 * v + 1] += (wanted - top) * above * above;
            }
        }
    }

    private double top(double[] coarse) {
        double top = 0;
        for (int v : crown) {
            top = Math.max(top, coarse[3 * v + 1]);
        }
        return top;
    }

    private double halfWidth(double[] coarse) {
        double most = -Double.MAX_VALUE;
        double least = Double.MAX_VALUE;
        for (int v : sides) {
            most = Math.max(most, coarse[3 * v]);
            least = Math.min(least, coarse[3 * v]);
        }
        return (most - least) / 2;
    }
}
