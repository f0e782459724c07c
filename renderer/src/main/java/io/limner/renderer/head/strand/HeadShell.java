package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;

/**
 * How far the head reaches in each direction from a point inside the skull: what hair may not enter. Directions are binned on an
 * octahedron laid flat, which needs no trigonometry.
 */
final class HeadShell {
    private static final int SIZE = 56;
    /** The point inside the skull, head frame, mm. */
    static final double[] CENTER = {0, 8, -78};

    /** Below this height, mm, hair may fall before, behind or into the shoulders: a shell about the skull would spread it over them. */
    private static final double LOWEST = -100;

    private final double[] radius = new double[SIZE * SIZE];
    private final double inner;
    private final double[] place = new double[2];

    /** The shell of {@code head} in the head frame of {@code frame}. */
    HeadShell(Mesh head, HeadFrame frame) {
        double[] p = new double[3];
        double[] positions = head.positions();
        for (int v = 0; v < positions.length; v += 3) {
            frame.toHead(positions, v, p);
            if (p[1] < LOWEST) {
                continue;
            }
            double x = p[0] - CENTER[0];
            double y = p[1] - CENTER[1];
            double z = p[2] - CENTER[2];
            double r = StrictMath.sqrt(x * x + y * y + z * z);
            int bin = bin(x, y, z);
            radius[bin] = Math.max(radius[bin], r);
        }
        fill();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < radius.length; i++) {
            // The skull's upper half; the middle of the octahedron laid flat.
            int x = 2 * (i % SIZE) + 1 - SIZE;
            int y = 2 * (i / SIZE) + 1 - SIZE;
            if (Math.abs(x) + Math.abs(y) < SIZE) {
                least = Math.min(least, radius[i]);
            }
        }
        inner = 0.94 * least;
    }

    /** Whether the skull hides {@code points[at..at+2]} from {@code eye} (head frame, mm): a ball inside it lies between them. */
    boolean hides(double[] points, int at, double[] eye) {
        double along = 0;
        double way = 0;
        double away = 0;
        for (int k = 0; k < 3; k++) {
            double d = eye[k] - points[at + k];
            double c = CENTER[k] - points[at + k];
            along += c * d;
            way += d * d;
            away += c * c;
        }
        return along > 0 && away - along * along / way < inner * inner;
    }

    /** Empty bins take their neighbours' mean, then all are smoothed once. */
    private void fill() {
        for (int round = 0; round < 6; round++) {
            double[] before = radius.clone();
            for (int i = 0; i < radius.length; i++) {
                if (before[i] == 0 || round == 5) {
                    radius[i] = neighbours(before, i);
                }
            }
        }
    }

    private static double neighbours(double[] values, int i) {
        int x = i % SIZE;
        int y = i / SIZE;
        double sum = 0;
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int nx = x + dx;
                int ny = y + dy;
                if (nx >= 0 && ny >= 0 && nx < SIZE && ny < SIZE && values[ny * SIZE + nx] > 0) {
                    sum += values[ny * SIZE + nx];
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static int bin(double x, double y, double z) {
        double[] at = new double[2];
        flatten(x, y, z, at);
        int column = (int) Math.min(SIZE - 1, at[0]);
        int row = (int) Math.min(SIZE - 1, at[1]);
        return row * SIZE + column;
    }

    /** The direction's place on the octahedron laid flat: column and row, 0 to SIZE. */
    private static void flatten(double x, double y, double z, double[] out) {
        double s = Math.abs(x) + Math.abs(y) + Math.abs(z);
        double u = x / s;
        double v = z / s;
        if (y < 0) {
            double flipped = (1 - Math.abs(v)) * (u < 0 ? -1 : 1);
            v = (1 - Math.abs(u)) * (v < 0 ? -1 : 1);
            u = flipped;
        }
        out[0] = (u + 1) * 0.5 * SIZE;
        out[1] = (v + 1) * 0.5 * SIZE;
    }

    /** How far the head reaches along (x, y, z), which is relative to {@link #CENTER}, mm. */
    double radius(double x, double y, double z) {
        flatten(x, y, z, place);
        double u = Math.max(0, Math.min(SIZE - 1.001, place[0] - 0.5));
        double v = Math.max(0, Math.min(SIZE - 1.001, place[1] - 0.5));
        int column = (int) u;
        int row = (int) v;
        int c = row * SIZE + column;
        double s = u - column;
        double t = v - row;
        double near = radius[c] + s * (radius[c + 1] - radius[c]);
        double far = radius[c + SIZE] + s * (radius[c + SIZE + 1] - radius[c + SIZE]);
        return near + t * (far - near);
    }
}
