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
        double[] positions = head.positions();
        double[] m = frame.headToWorld();
        for (int v = 0; v < positions.length; v += 3) {
            double fromX = positions[v] - m[3];
            double fromY = positions[v + 1] - m[7];
            double fromZ = positions[v + 2] - m[11];
            double y = m[1] * fromX + m[5] * fromY + m[9] * fromZ;
            if (y < LOWEST) {
                continue;
            }
            y -= CENTER[1];
            double x = m[0] * fromX + m[4] * fromY + m[8] * fromZ - CENTER[0];
            double z = m[2] * fromX + m[6] * fromY + m[10] * fromZ - CENTER[2];
            flatten(x, y, z, place);
            int column = (int) Math.min(SIZE - 1, place[0]);
            int row = (int) Math.min(SIZE - 1, place[1]);
            int bin = row * SIZE + column;
            radius[bin] = Math.max(radius[bin], x * x + y * y + z * z);
        }
        for (int i = 0; i < radius.length; i++) {
            radius[i] = StrictMath.sqrt(radius[i]);
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

    /** Whether the skull hides all that lies no farther than {@code reach} (mm) from {@code point}: the ball does even when it is so much smaller. */
    boolean hidesAbout(double[] point, double reach, double[] eye) {
        double along = 0;
        double way = 0;
        double away = 0;
        for (int k = 0; k < 3; k++) {
            double d = eye[k] - point[k];
            double c = CENTER[k] - point[k];
            along += c * d;
            way += d * d;
            away += c * c;
        }
        double left = inner - reach;
        // The ball's middle must lie before each of those places.
        double before = reach * (StrictMath.sqrt(way) + StrictMath.sqrt(away));
        return left > 0 && along > before && away - along * along / way < left * left;
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

    /** The direction's place on the octahedron laid flat: column and row, 0 to SIZE. */
    private static void flatten(double x, double y, double z, double[] out) {
        double per = 1 / (Math.abs(x) + Math.abs(y) + Math.abs(z));
        double u = x * per;
        double v = z * per;
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
