package io.limner.renderer.raster;

import io.limner.renderer.head.LockHairs;

/**
 * Notes triangles in a grid, each at the samples that it covers and where nothing nearer was noted before it. Triangles that share an
 * edge leave no sample between them.
 */
public final class TriangleFill {
    /** Smaller ones, in samples, are not noted: nothing can be computed of them. */
    private static final double LEAST_AREA = 1e-6;

    private final int columns;
    private final int rows;
    private final int[] ids;
    private final float[] nearness;
    private final Lock lock = new Lock();

    private boolean ofLock;

    /** Fills triangles of {@code grid}. */
    public TriangleFill(SampleGrid grid) {
        columns = grid.columns();
        rows = grid.rows();
        ids = grid.ids();
        nearness = grid.nearness();
    }

    /** Which side of a surface is seen. */
    public enum Side {
        /** That from which the corners go round as the hands of a clock do, in the grid as it is looked at, rows running down. */
        CLOCKWISE,
        /** That from which they go the other way round. */
        COUNTERCLOCKWISE,
        /** Either. */
        BOTH
    }

    /**
     * Notes triangles {@code first} to {@code end - 1}.
     *
     * @param triangles three corners each
     * @param id of triangle 0; the others follow
     */
    public void fill(GridPoints points, int[] triangles, int first, int end, int id, Side side) {
        ofLock = false;
        for (int t = first; t < end; t++) {
            fill(points, triangles[3 * t], triangles[3 * t + 1], triangles[3 * t + 2], id + t, side);
        }
    }

    /**
     * Notes triangles of locks, which are seen from either side and are open between their hairs.
     *
     * @param points that a camera projected
     * @param rest place along, place across and shade of each point's lock, 3 a point
     * @param focal length, pixels
     */
    public void fillLocks(GridPoints points, int[] triangles, int first, int end, int id, float[] rest, double focal) {
        for (int t = first; t < end; t++) {
            int a = triangles[3 * t];
            int b = triangles[3 * t + 1];
            int c = triangles[3 * t + 2];
            ofLock = lock.begin(rest, a, b, c, points.nearness, focal);
            fill(points, a, b, c, id + t, Side.BOTH);
        }
    }

    private void fill(GridPoints points, int a, int b, int c, int id, Side side) {
        double[] xs = points.x;
        double[] ys = points.y;
        double ax = xs[a];
        double ay = ys[a];
        double bx = xs[b] - ax;
        double by = ys[b] - ay;
        double cx = xs[c] - ax;
        double cy = ys[c] - ay;
        double area = bx * cy - by * cx;
        double shown = side == Side.CLOCKWISE ? area : side == Side.COUNTERCLOCKWISE ? -area : Math.abs(area);
        if (!(shown > LEAST_AREA)) {
            return;
        }
        // From the top down. Edges start at their upper end whichever triangle they are of, and so come out the same.
        int p = a;
        int q = b;
        int r = c;
        boolean turned = area < 0;
        if (ys[p] > ys[q]) {
            p = b;
            q = a;
            turned = !turned;
        }
        if (ys[q] > ys[r]) {
            r = q;
            q = c;
            turned = !turned;
            if (ys[p] > ys[q]) {
                q = p;
                p = c;
                turned = !turned;
            }
        }
        double topX = xs[p];
        double topY = ys[p];
        double middleX = xs[q];
        double middleY = ys[q];
        double bottomY = ys[r];
        if (!(bottomY >= 0 && topY <= rows - 1)) {
            return;
        }
        int row = topY > 0 ? atLeast(topY) : 0;
        int lastRow = bottomY < rows - 1 ? (int) bottomY : rows - 1;
        if (row > lastRow) {
            return;
        }
        double whole = (xs[r] - topX) / (bottomY - topY);
        double half = (middleX - topX) / (middleY - topY);
        double startX = topX;
        double startY = topY;
        double nearA = points.nearness[a];
        double nearB = points.nearness[b] - nearA;
        double nearC = points.nearness[c] - nearA;
        double per = 1 / area;
        double acrossRow = (nearB * cy - nearC * by) * per;
        double downRows = (nearC * bx - nearB * cx) * per;
        if (ofLock) {
            lock.slopes(bx, by, cx, cy, per);
        }
        boolean lower = false;
        for (; row <= lastRow; row++) {
            if (!lower && row >= middleY && bottomY > middleY) {
                lower = true;
                half = (xs[r] - middleX) / (bottomY - middleY);
                startX = middleX;
                startY = middleY;
            }
            double one = topX + (row - topY) * whole;
            double other = startX + (row - startY) * half;
            double left = turned ? other : one;
            double right = turned ? one : other;
            if (!(right >= 0 && left <= columns - 1)) {
                continue;
            }
            int column = left > 0 ? atLeast(left) : 0;
            int last = right < columns - 1 ? (int) right : columns - 1;
            if (column <= last) {
                double dx = column - ax;
                double dy = row - ay;
                double near = nearA + acrossRow * dx + downRows * dy;
                int at = row * columns + column;
                if (ofLock) {
                    lockSpan(at, at + last - column, id, near, acrossRow, dx, dy);
                } else {
                    span(at, at + last - column, id, near, acrossRow);
                }
            }
        }
    }

    /** The least whole number that is not less than a positive one. */
    private static int atLeast(double value) {
        int below = (int) value;
        return below < value ? below + 1 : below;
    }

    private void span(int first, int last, int id, double near, double step) {
        double exact = near;
        for (int at = first; at <= last; at++) {
            float here = (float) exact;
            if (here > nearness[at]) {
                nearness[at] = here;
                ids[at] = id;
            }
            exact += step;
        }
    }

    private void lockSpan(int first, int last, int id, double near, double step, double dx, double dy) {
        double exact = near;
        for (int at = first; at <= last; at++) {
            float here = (float) exact;
            if (here > nearness[at] && !lock.gap(dx + (at - first), dy, exact)) {
                nearness[at] = here;
                ids[at] = id;
            }
            exact += step;
        }
    }

    /** A triangle of a lock with gaps. What is linear on its plane is, times the nearness, linear in the grid. */
    private static final class Lock {
        private double shade;
        private double count;
        private double alongA;
        private double alongB;
        private double alongC;
        private double sideA;
        private double sideB;
        private double sideC;
        private double alongX;
        private double alongY;
        private double sideX;
        private double sideY;

        /** Whether the triangle has gaps. */
        boolean begin(float[] rest, int a, int b, int c, double[] nearness, double focal) {
            double reach = Math.abs(rest[3 * c + 1]);
            count = LockHairs.count(reach, 1 / nearness[c], focal);
            if (count < 2) {
                return false;
            }
            shade = rest[3 * c + 2];
            alongA = rest[3 * a] * nearness[a];
            alongB = rest[3 * b] * nearness[b] - alongA;
            alongC = rest[3 * c] * nearness[c] - alongA;
            sideA = rest[3 * a + 1] / reach * nearness[a];
            sideB = rest[3 * b + 1] / reach * nearness[b] - sideA;
            sideC = rest[3 * c + 1] / reach * nearness[c] - sideA;
            return true;
        }

        /** @param per 1 / the area that the vectors to the second and the third corner span */
        void slopes(double bx, double by, double cx, double cy, double per) {
            alongX = (alongB * cy - alongC * by) * per;
            alongY = (alongC * bx - alongB * cx) * per;
            sideX = (sideB * cy - sideC * by) * per;
            sideY = (sideC * bx - sideB * cx) * per;
        }

        boolean gap(double dx, double dy, double near) {
            double depth = 1 / near;
            double along = (alongA + alongX * dx + alongY * dy) * depth;
            double side = (sideA + sideX * dx + sideY * dy) * depth;
            return LockHairs.gap(along, side, shade, count);
        }
    }
}
