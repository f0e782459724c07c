package io.limner.renderer.head.pack;

import java.util.Arrays;

/** Finds the nearest triangle along a ray, by a tree of boxes split at the median. */
final class RayCaster {
    private static final int LEAF = 6;

    private final double[] points;
    private final int[] triangles;
    private final Integer[] order;
    private final double[] boxes;
    private final int[] nodes;
    private int nodeCount;

    RayCaster(double[] points, int[] triangles) {
        this.points = points;
        this.triangles = triangles;
        int count = triangles.length / 3;
        order = new Integer[count];
        Arrays.setAll(order, i -> i);
        boxes = new double[6 * 2 * (count + 1)];
        nodes = new int[3 * 2 * (count + 1)];
        build(0, count);
    }

    private int build(int from, int to) {
        int node = nodeCount++;
        double[] box = {1e30, 1e30, 1e30, -1e30, -1e30, -1e30};
        for (int i = from; i < to; i++) {
            for (int k = 0; k < 3; k++) {
                for (int a = 0; a < 3; a++) {
                    double c = points[3 * triangles[3 * order[i] + k] + a];
                    box[a] = Math.min(box[a], c);
                    box[3 + a] = Math.max(box[3 + a], c);
                }
            }
        }
        System.arraycopy(box, 0, boxes, 6 * node, 6);
        if (to - from <= LEAF) {
            nodes[3 * node] = from;
            nodes[3 * node + 1] = to;
            return node;
        }
        int axis = 0;
        for (int a = 1; a < 3; a++) {
            if (box[3 + a] - box[a] > box[3 + axis] - box[axis]) {
                axis = a;
            }
        }
        int widest = axis;
        Arrays.sort(order, from, to, (a, b) -> Double.compare(center(a, widest), center(b, widest)));
        int middle = (from + to) / 2;
        build(from, middle);
        int right = build(middle, to);
        nodes[3 * node] = -1;
        nodes[3 * node + 1] = node + 1;
        nodes[3 * node + 2] = right;
        return node;
    }

    private double center(int t, int axis) {
        return points[3 * triangles[3 * t] + axis]
                + points[3 * triangles[3 * t + 1] + axis]
                + points[3 * triangles[3 * t + 2] + axis];
    }

    /** Distance to the nearest triangle from (o) along the unit vector (d), or {@code limit} if none is nearer. */
    double distance(double[] o, double[] d, double limit) {
        int[] stack = new int[64];
        int top = 1;
        double best = limit;
        while (top > 0) {
            int node = stack[--top];
            if (!meets(node, o, d, best)) {
                continue;
            }
            if (nodes[3 * node] >= 0 && nodes[3 * node + 2] == 0) {
                for (int i = nodes[3 * node]; i < nodes[3 * node + 1]; i++) {
                    best = Math.min(best, hit(order[i], o, d, best));
                }
            } else {
                stack[top++] = nodes[3 * node + 1];
                stack[top++] = nodes[3 * node + 2];
            }
        }
        return best;
    }

    private boolean meets(int node, double[] o, double[] d, double limit) {
        double near = 0;
        double far = limit;
        for (int a = 0; a < 3; a++) {
            double inverse = 1 / d[a];
            double t0 = (boxes[6 * node + a] - o[a]) * inverse;
            double t1 = (boxes[6 * node + 3 + a] - o[a]) * inverse;
            near = Math.max(near, Math.min(t0, t1));
            far = Math.min(far, Math.max(t0, t1));
        }
        return near <= far;
    }

    /** Möller and Trumbore, 1997. */
    private double hit(int t, double[] o, double[] d, double limit) {
        int a = 3 * triangles[3 * t];
        int b = 3 * triangles[3 * t + 1];
        int c = 3 * triangles[3 * t + 2];
        double e1x = points[b] - points[a];
        double e1y = points[b + 1] - points[a + 1];
        double e1z = points[b + 2] - points[a + 2];
        double e2x = points[c] - points[a];
        double e2y = points[c + 1] - points[a + 1];
        double e2z = points[c + 2] - points[a + 2];
        double px = d[1] * e2z - d[2] * e2y;
        double py = d[2] * e2x - d[0] * e2z;
        double pz = d[0] * e2y - d[1] * e2x;
        double det = e1x * px + e1y * py + e1z * pz;
        if (Math.abs(det) < 1e-12) {
            return limit;
        }
        double tx = o[0] - points[a];
        double ty = o[1] - points[a + 1];
        double tz = o[2] - points[a + 2];
        double u = (tx * px + ty * py + tz * pz) / det;
        double qx = ty * e1z - tz * e1y;
        double qy = tz * e1x - tx * e1z;
        double qz = tx * e1y - ty * e1x;
        double v = (d[0] * qx + d[1] * qy + d[2] * qz) / det;
        double distance = (e2x * qx + e2y * qy + e2z * qz) / det;
        return u >= 0 && v >= 0 && u + v <= 1 && distance > 0 ? distance : limit;
    }
}
