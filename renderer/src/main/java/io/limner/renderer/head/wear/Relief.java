package io.limner.renderer.head.wear;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.strand.HeadFrame;
import java.util.Arrays;

/**
 * How far a head reaches along one axis of the head frame, over a grid on the plane of the two others: what a thing that is put on from
 * that side must keep clear of.
 */
final class Relief {
    private static final double CELL = 1.5;
    private static final int SIZE = 200;
    private static final double FIRST = -0.5 * CELL * SIZE;
    /** Nothing there. */
    static final double NOWHERE = -1e6;

    private final double[] reach = new double[SIZE * SIZE];
    private final Middle middle;

    /** The middle of the grid, mm. */
    record Middle(double first, double second) {}

    /** From which side one looks. */
    enum Side {
        /** Reach is z, over (x, y). */
        FRONT(0, 1, 2, 1),
        /** Reach is x, over (z, y). */
        LEFT(2, 1, 0, 1),
        /** Reach is -x, over (z, y). */
        RIGHT(2, 1, 0, -1);

        private final int first;
        private final int second;
        private final int axis;
        private final int sign;

        Side(int first, int second, int axis, int sign) {
            this.first = first;
            this.second = second;
            this.axis = axis;
            this.sign = sign;
        }
    }

    /** @param skipped segmentation codes whose triangles do not count */
    Relief(Mesh head, HeadFrame frame, Side side, Middle middle, int... skipped) {
        this.middle = middle;
        Arrays.fill(reach, NOWHERE);
        boolean[] skip = new boolean[256];
        for (int code : skipped) {
            skip[code] = true;
        }
        double[] positions = head.positions();
        double[] turned = new double[positions.length];
        double[] p = new double[3];
        for (int v = 0; v < positions.length; v += 3) {
            frame.toHead(positions, v, p);
            turned[v] = (p[side.first] - middle.first - FIRST) / CELL;
            turned[v + 1] = (p[side.second] - middle.second - FIRST) / CELL;
            turned[v + 2] = side.sign * p[side.axis];
        }
        int[] t = head.topology().triangles();
        for (int i = 0; i < t.length; i += 3) {
            if (!skip[head.topology().classes()[i / 3]]) {
                fill(turned, 3 * t[i], 3 * t[i + 1], 3 * t[i + 2]);
            }
        }
    }

    /** Raises the cells whose centre a triangle covers, and those of its corners. */
    private void fill(double[] p, int a, int b, int c) {
        raise((int) Math.floor(p[a]), (int) Math.floor(p[a + 1]), p[a + 2]);
        int left = (int) Math.ceil(Math.min(p[a], Math.min(p[b], p[c])) - 0.5);
        int right = (int) Math.floor(Math.max(p[a], Math.max(p[b], p[c])) - 0.5);
        int low = (int) Math.ceil(Math.min(p[a + 1], Math.min(p[b + 1], p[c + 1])) - 0.5);
        int high = (int) Math.floor(Math.max(p[a + 1], Math.max(p[b + 1], p[c + 1])) - 0.5);
        double area = (p[b] - p[a]) * (p[c + 1] - p[a + 1]) - (p[c] - p[a]) * (p[b + 1] - p[a + 1]);
        if (left > right || low > high || area == 0) {
            return;
        }
        for (int y = low; y <= high; y++) {
            for (int x = left; x <= right; x++) {
                double dx = x + 0.5 - p[a];
                double dy = y + 0.5 - p[a + 1];
                double v = (dx * (p[c + 1] - p[a + 1]) - (p[c] - p[a]) * dy) / area;
                double w = ((p[b] - p[a]) * dy - dx * (p[b + 1] - p[a + 1])) / area;
                if (v >= 0 && w >= 0 && v + w <= 1) {
                    raise(x, y, (1 - v - w) * p[a + 2] + v * p[b + 2] + w * p[c + 2]);
                }
            }
        }
    }

    private void raise(int x, int y, double to) {
        if (x >= 0 && y >= 0 && x < SIZE && y < SIZE) {
            reach[y * SIZE + x] = Math.max(reach[y * SIZE + x], to);
        }
    }

    /** The farthest reach within {@code around} mm of a place, mm; {@link #NOWHERE} where there is nothing. */
    double at(double first, double second, double around) {
        double x = (first - middle.first - FIRST) / CELL;
        double y = (second - middle.second - FIRST) / CELL;
        double r = around / CELL;
        double most = NOWHERE;
        for (int j = (int) Math.max(0, Math.floor(y - r)); j <= Math.min(SIZE - 1, Math.floor(y + r)); j++) {
            for (int i = (int) Math.max(0, Math.floor(x - r)); i <= Math.min(SIZE - 1, Math.floor(x + r)); i++) {
                most = Math.max(most, reach[j * SIZE + i]);
            }
        }
        return most;
    }
}
