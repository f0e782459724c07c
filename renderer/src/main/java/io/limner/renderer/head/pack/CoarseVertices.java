package io.limner.renderer.head.pack;

import io.limner.renderer.head.MorphTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vertices of the pack: each lies between two vertices of the base mesh, with an offset of its own, so that it follows every
 * morph target as they do.
 */
final class CoarseVertices {
    private static final double STEP = 0.1;

    /**
     * Where a vertex comes from.
     *
     * @param from vertex of the base mesh
     * @param to vertex of the base mesh
     * @param t 0 at {@code from}, 1 at {@code to}
     * @param offset mm
     */
    record Source(int from, int to, double t, double[] offset) {
        static Source of(int vertex) {
            return new Source(vertex, vertex, 0, new double[3]);
        }

        Source moved(double[] by) {
            return new Source(from, to, t, new double[] {offset[0] + by[0], offset[1] + by[1], offset[2] + by[2]});
        }

        double mix(double a, double b) {
            return a + t * (b - a);
        }

        /** Interpolates one coordinate of a field over the base mesh; the offset is not part of it. */
        double value(double[] field, int width, int component) {
            return mix(field[width * from + component], field[width * to + component]);
        }

        /** The vertex itself, given the base mesh's positions in mm. */
        double[] point(double[] positions) {
            return new double[] {
                value(positions, 3, 0) + offset[0],
                value(positions, 3, 1) + offset[1],
                value(positions, 3, 2) + offset[2]
            };
        }
    }

    private final List<Source> sources = new ArrayList<>();
    private final Map<Integer, Integer> plain = new HashMap<>();

    int add(Source source) {
        sources.add(source);
        return sources.size() - 1;
    }

    /** The vertex that is {@code baseVertex} unchanged. */
    int plain(int baseVertex) {
        return plain.computeIfAbsent(baseVertex, v -> add(Source.of(v)));
    }

    int[] plain(int[] baseVertices) {
        return Arrays.stream(baseVertices).map(this::plain).toArray();
    }

    int size() {
        return sources.size();
    }

    Source source(int vertex) {
        return sources.get(vertex);
    }

    /** Positions, mm, given those of the base mesh. */
    double[] positions(double[] base) {
        double[] out = new double[3 * size()];
        for (int v = 0; v < size(); v++) {
            System.arraycopy(source(v).point(base), 0, out, 3 * v, 3);
        }
        return out;
    }

    /** A dense target of the base mesh (mm) as a sparse one of these vertices. */
    MorphTarget target(String name, double[] dense) {
        int[] moved = new int[size()];
        short[] deltas = new short[3 * size()];
        int count = 0;
        for (int v = 0; v < size(); v++) {
            boolean moves = false;
            for (int i = 0; i < 3; i++) {
                deltas[3 * count + i] = (short) Math.rint(source(v).value(dense, 3, i) / STEP);
                moves |= deltas[3 * count + i] != 0;
            }
            if (moves) {
                moved[count++] = v;
            }
        }
        return new MorphTarget(name, Arrays.copyOf(moved, count), Arrays.copyOf(deltas, 3 * count));
    }
}
