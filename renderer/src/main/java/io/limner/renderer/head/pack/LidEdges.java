package io.limner.renderer.head.pack;

import io.limner.renderer.head.PackData;
import java.util.Comparator;
import java.util.TreeSet;

/** Finds the edges of the lids: where the skin of the face meets that of the eye sockets. */
final class LidEdges {
    /** What a blink moves down by more than this belongs to the upper lid, mm. */
    private static final double UPPER = 2;

    private final BaseHead base;
    private final BustCut bust;
    private final TreeSet<Integer> edge = new TreeSet<>();

    LidEdges(BaseHead base, BustCut bust) {
        this.base = base;
        this.bust = bust;
        TreeSet<Integer> sockets = new TreeSet<>();
        int[] quads = bust.quads();
        for (int c = 0; c < quads.length; c++) {
            if (bust.socket(c / 4)) {
                sockets.add(quads[c]);
            } else {
                edge.add(quads[c]);
            }
        }
        edge.retainAll(sockets);
    }

    /**
     * One eye.
     *
     * @param ball pack vertices on the eyeball
     * @param side 1 for the subject's left, -1 for the right
     * @param blink displacement of the base mesh's vertices as the eye shuts, mm
     */
    PackData.Eye eye(int[] ball, int side, double[] blink) {
        return new PackData.Eye(ball, lid(side, blink, true), lid(side, blink, false));
    }

    private int[] lid(int side, double[] blink, boolean upper) {
        return edge.stream()
                .filter(v -> side * x(v) > 0)
                .filter(v -> blink[3 * bust.vertices().source(v).vertex() + 1] < -UPPER == upper)
                .sorted(Comparator.comparingDouble(this::x))
                .mapToInt(v -> v)
                .toArray();
    }

    private double x(int vertex) {
        return base.neutral()[3 * bust.vertices().source(vertex).vertex()];
    }
}
