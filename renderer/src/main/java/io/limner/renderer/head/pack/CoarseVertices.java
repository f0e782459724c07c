package io.limner.renderer.head.pack;

import io.limner.renderer.head.MorphTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vertices of the pack: each is a vertex of the base mesh with an offset of its own, so that it follows every morph target as
 * that does.
 */
final class CoarseVertices {
    private static final double STEP = 0.1;

    /**
     * Where a vertex comes from.
     *
     * @param vertex vertex of the base mesh
     * @param offset mm
     */
    record Source(int vertex, double[] offset) {
        static Source of(int vertex) {
            return new Source(vertex, new double[3]);
        }

        Source moved(double[] by) {
            return new Source(vertex, new double[] {offset[0] + by[0], offset[1] + by[1], offset[2] + by[2]});
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
            for (int i = 0; i < 3; i++) {
                out[3 * v + i] = base[3 * source(v).vertex() + i] + source(v).offset()[i];
            }
        }
        return out;
    }

    /** The target that moves these vertices to where the others, which come from the same ones of the base mesh, are. */
    MorphTarget difference(String name, CoarseVertices other) {
        int[] moved = new int[size()];
        short[] deltas = new short[3 * size()];
        int count = 0;
        for (int v = 0; v < other.size(); v++) {
            if (source(v).vertex() != other.source(v).vertex()) {
                throw new PackException("Vertex " + v + " of " + name + " is not that of the pack");
            }
            boolean moves = false;
            for (int i = 0; i < 3; i++) {
                deltas[3 * count + i] = (short)
                        Math.rint((other.source(v).offset()[i] - source(v).offset()[i]) / STEP);
                moves |= deltas[3 * count + i] != 0;
            }
            if (moves) {
                moved[count++] = v;
            }
        }
        return new MorphTarget(name, Arrays.copyOf(moved, count), Arrays.copyOf(deltas, 3 * count));
    }

    /** A dense target of the base mesh (mm) as a sparse one of these vertices. */
    MorphTarget target(String name, double[] dense) {
        int[] moved = new int[size()];
        short[] deltas = new short[3 * size()];
        int count = 0;
        for (int v = 0; v < size(); v++) {
            boolean moves = false;
            for (int i = 0; i < 3; i++) {
                deltas[3 * count + i] = (short) Math.rint(dense[3 * source(v).vertex() + i] / STEP);
                moves |= deltas[3 * count + i] != 0;
            }
            if (moves) {
                moved[count++] = v;
            }
        }
        return new MorphTarget(name, Arrays.copyOf(moved, count), Arrays.copyOf(deltas, 3 * count));
    }
}
