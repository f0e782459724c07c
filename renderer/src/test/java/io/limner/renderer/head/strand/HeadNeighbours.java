package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;
import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the outer skin nearest to a point, by cells of 8 mm. */
final class HeadNeighbours {
    private static final double CELL = 8;

    private final Mesh head;
    private final Map<Long, List<Integer>> cells = new HashMap<>();

    HeadNeighbours(Mesh head) {
        this.head = head;
        int[] triangles = head.topology().triangles();
        boolean[] outer = new boolean[head.topology().vertexCount()];
        for (int i = 0; i < triangles.length; i++) {
            int kind = head.topology().classes()[i / 3];
            outer[triangles[i]] |= kind == SegmentationClass.SKIN.code() || kind == SegmentationClass.NECK.code();
        }
        for (int v = 0; v < outer.length; v++) {
            if (outer[v]) {
                double[] p = head.positions();
                cells.computeIfAbsent(cell(p[3 * v], p[3 * v + 1], p[3 * v + 2], 0, 0, 0), k -> new ArrayList<>())
                        .add(v);
            }
        }
    }

    private static long cell(double x, double y, double z, int dx, int dy, int dz) {
        long i = (long) Math.floor(x / CELL) + dx + 1024;
        long j = (long) Math.floor(y / CELL) + dy + 1024;
        long k = (long) Math.floor(z / CELL) + dz + 1024;
        return (i << 24) | (j << 12) | k;
    }

    /** The vertex of the skin nearest to {@code p}; -1 if none is within a cell. */
    int nearest(double[] p) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < 27; n++) {
            long cell = cell(p[0], p[1], p[2], n % 3 - 1, n / 3 % 3 - 1, n / 9 - 1);
            for (int v : cells.getOrDefault(cell, List.of())) {
                double distance = distance(v, p);
                if (distance < least) {
                    least = distance;
                    best = v;
                }
            }
        }
        return best;
    }

    /** From vertex {@code v} to {@code p}, mm. */
    double distance(int v, double[] p) {
        double[] at = head.positions();
        return Math.sqrt((p[0] - at[3 * v]) * (p[0] - at[3 * v])
                + (p[1] - at[3 * v + 1]) * (p[1] - at[3 * v + 1])
                + (p[2] - at[3 * v + 2]) * (p[2] - at[3 * v + 2]));
    }

    /** How far {@code p} lies below the skin, mm; 0 or less outside, or where no skin is near. */
    double depth(double[] p) {
        int v = nearest(p);
        if (v < 0) {
            return 0;
        }
        double depth = 0;
        for (int k = 0; k < 3; k++) {
            depth += (head.positions()[3 * v + k] - p[k]) * head.normals()[3 * v + k];
        }
        return depth;
    }
}
