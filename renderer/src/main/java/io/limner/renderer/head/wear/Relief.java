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

    /** @param part what counts */
    Relief(Mesh head, Parts.Part part, HeadFrame frame, Side side, Middle middle) {
        this.middle = middle;
        Arrays.fill(reach, NOWHERE);
        double[] turned = new double[3 * part.vertices().length];
        double[] p = new double[3];
        for (int i = 0; i < turned.length; i += 3) {
            frame.toHead(head.positions(), 3 * part.vertices()[i / 3], p);
            turned[i] = (p[side.first] - middle.first - FIRST) / CELL;
            turned[i + 1] = (p[side.second] - middle.second - FIRST) / CELL;
            turned[i + 2] = side.sign * p[side.axis];
        }
        int[] t = part.corners();
        for (int i = 0; i < t.length; i += 3) {
            fill(turned, 3 * t[i], 3 * t[i + 1], 3 * t[i + 2]);
        }
    }

    /** Raises the cells whose centre a triangle covers, and that of its first corner. */
    private void fill(double[] p, int a, int b, int c) {
        raise((int) Math.floor(p[a]), (int) Math.floor(p[a + 1]), p[a + 2]);
        double ax = p[a] - 0.5;
        double ay = p[a + 1] - 0.5;
        double bx = p[b] - p[a];
        double by = p[b + 1] - p[a + 1];
        double cx = p[c] - p[a];
        double cy = p[c + 1] - p[a + 1];
        int left = (int) Math.ceil(Math.max(0, ax + Math.min(0, Math.min(bx, cx))));
        int right = (int) Math.floor(Math.min(SIZE - 1, ax + Math.max(0, Math.max(bx, cx))));
        int low = (int) Math.ceil(Math.max(0, ay + Math.min(0, Math.min(by, cy))));
        int high = (int) Math.floor(Math.min(SIZE - 1, ay + Math.max(0, Math.max(by, cy))));
        double area = bx * cy - cx * by;
        if (left > right || low > high || area == 0) {
            return;
        }
        double per = 1 / area;
        double from = p[a + 2];
        double toB = p[b + 2] - from;
        double toC = p[c + 2] - from;
        for (int y = low; y <= high; y++) {
            double dy = y - ay;
            for (int x = left; x <= right; x++) {
                double dx = x - ax;
                double v = (dx * cy - cx * dy) * per;
                double w = (bx * dy - dx * by) * per;
                if (v >= 0 && w >= 0 && v + w <= 1) {
                    double to = from + v * toB + w * toC;
                    reach[y * SIZE + x] = Math.max(reach[y * SIZE + x], to);
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
