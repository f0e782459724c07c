package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;

/** How high the bust reaches at each place, seen from above: what hanging hair may not enter. World frame, mm. */
final class Shoulders {
    private static final double CELL = 14;
    private static final int WIDE = 46;
    private static final int DEEP = 24;
    private static final double LEFT = -0.5 * WIDE * CELL;
    private static final double BACK = -230;
    /** Below the chin; what is higher is the head's own affair. */
    private static final double TOP = -96;

    private static final double BOTTOM = -500;
    private static final double GAP = 4;

    private final double[] height = new double[WIDE * DEEP];

    Shoulders(Mesh head) {
        java.util.Arrays.fill(height, BOTTOM);
        double[] p = head.positions();
        for (int v = 0; v < p.length; v += 3) {
            if (p[v + 1] < TOP && p[v + 1] > BOTTOM) {
                int i = (int) Math.floor((p[v] - LEFT) / CELL);
                int j = (int) Math.floor((p[v + 2] - BACK) / CELL);
                if (i >= 0 && j >= 0 && i < WIDE && j < DEEP) {
                    height[j * WIDE + i] = Math.max(height[j * WIDE + i], p[v + 1]);
                }
            }
        }
    }

    private double at(double x, double z) {
        double u = Math.max(0, Math.min(WIDE - 1.001, (x - LEFT) / CELL - 0.5));
        double v = Math.max(0, Math.min(DEEP - 1.001, (z - BACK) / CELL - 0.5));
        int i = (int) u;
        int j = (int) v;
        double s = u - i;
        double t = v - j;
        int c = j * WIDE + i;
        double near = height[c] + s * (height[c + 1] - height[c]);
        double far = height[c + WIDE] + s * (height[c + WIDE + 1] - height[c + WIDE]);
        return near + t * (far - near);
    }

    /** Moves the point {@code p} out of the bust, by the shortest way; whether it was in it. */
    boolean push(double[] p) {
        double depth = at(p[0], p[2]) + GAP - p[1];
        if (depth <= 0 || p[1] > TOP + 10) {
            return false;
        }
        double dx = (at(p[0] - CELL, p[2]) - at(p[0] + CELL, p[2])) / (2 * CELL);
        double dz = (at(p[0], p[2] - CELL) - at(p[0], p[2] + CELL)) / (2 * CELL);
        double k = Math.min(depth, 60) / (1 + dx * dx + dz * dz);
        p[0] += k * dx;
        p[1] += k;
        p[2] += k * dz;
        return true;
    }
}
