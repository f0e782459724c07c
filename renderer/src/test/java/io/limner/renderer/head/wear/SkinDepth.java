package io.limner.renderer.head.wear;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.strand.HeadFrame;
import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether points lie under the skin: from a point under it, a ray to the outside leaves through the back of a triangle. Tries every
 * triangle near the ray; shares nothing with the reliefs that things are fitted by.
 */
final class SkinDepth {
    private static final double CELL = 4;

    private final double[] positions;
    private final int[] triangles;
    private final int axis;
    private final int[] plane;
    private final Map<Long, List<Integer>> cells = new HashMap<>();

    /** The skin of the face and the scalp. */
    SkinDepth(Mesh head, HeadFrame frame, int axis) {
        this(head, frame, axis, EnumSet.of(SegmentationClass.SKIN, SegmentationClass.NOSE));
    }

    /**
     * @param axis of the head frame along which rays go
     * @param skin what counts as skin
     */
    SkinDepth(Mesh head, HeadFrame frame, int axis, Set<SegmentationClass> skin) {
        this.axis = axis;
        this.plane = new int[][] {{1, 2}, {0, 2}, {0, 1}}[axis];
        boolean[] counts = new boolean[256];
        skin.forEach(kind -> counts[kind.code()] = true);
        this.triangles = head.topology().triangles();
        this.positions = new double[head.positions().length];
        double[] p = new double[3];
        for (int v = 0; v < positions.length; v += 3) {
            frame.toHead(head.positions(), v, p);
            System.arraycopy(p, 0, positions, v, 3);
        }
        for (int t = 0; t < triangles.length; t += 3) {
            if (counts[head.topology().classes()[t / 3]]) {
                for (int i = cell(least(t, plane[0])); i <= cell(most(t, plane[0])); i++) {
                    for (int j = cell(least(t, plane[1])); j <= cell(most(t, plane[1])); j++) {
                        cells.computeIfAbsent(key(i, j), k -> new ArrayList<>()).add(t);
                    }
                }
            }
        }
    }

    private static int cell(double x) {
        return (int) Math.floor(x / CELL);
    }

    private static long key(int i, int j) {
        return (long) i << 32 | (j & 0xffffffffL);
    }

    private double least(int t, int k) {
        return Math.min(
                positions[3 * triangles[t] + k],
                Math.min(positions[3 * triangles[t + 1] + k], positions[3 * triangles[t + 2] + k]));
    }

    private double most(int t, int k) {
        return Math.max(
                positions[3 * triangles[t] + k],
                Math.max(positions[3 * triangles[t + 1] + k], positions[3 * triangles[t + 2] + k]));
    }

    /** How far {@code p} lies under the skin along the axis towards {@code sign}, mm; 0 outside. */
    double of(double[] p, int sign) {
        double nearest = Double.POSITIVE_INFINITY;
        boolean inside = false;
        for (int t : cells.getOrDefault(key(cell(p[plane[0]]), cell(p[plane[1]])), List.of())) {
            double[] a = corner(t);
            double[] e = Space.minus(corner(t + 1), a);
            double[] f = Space.minus(corner(t + 2), a);
            double[] n = Space.cross(e, f);
            if (n[axis] == 0) {
                continue;
            }
            double[] d = Space.minus(a, p);
            double way = sign * Space.dot(d, n) / n[axis];
            if (way < 0 || way >= nearest) {
                continue;
            }
            double[] q = {-d[0], -d[1], -d[2]};
            q[axis] += sign * way;
            double nn = Space.dot(n, n);
            double v = Space.dot(Space.cross(q, f), n) / nn;
            double w = Space.dot(Space.cross(e, q), n) / nn;
            if (v >= 0 && w >= 0 && v + w <= 1) {
                nearest = way;
                inside = sign * n[axis] > 0;
            }
        }
        return inside ? nearest : 0;
    }

    private double[] corner(int t) {
        int v = 3 * triangles[t];
        return new double[] {positions[v], positions[v + 1], positions[v + 2]};
    }
}
