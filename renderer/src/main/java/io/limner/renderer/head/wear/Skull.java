package io.limner.renderer.head.wear;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.strand.HeadFrame;
import io.limner.schema.label.SegmentationClass;

/**
 * How far the head without its ears reaches from a point inside the skull, in each direction: what a hat is put on. Cloth spans
 * hollows, and so does this. Directions are binned by their place on a diamond about the vertical axis and by their rise over it,
 * which needs no trigonometry.
 */
final class Skull {
    /** The point inside the skull, head frame, mm. */
    static final double[] CENTER = {0, 10, -75};

    private static final int AROUND = 128;
    private static final int UP = 72;
    private static final double LOWEST = -0.7;
    private static final int SPANS = 6;

    private final double[] reach = new double[AROUND * UP];

    Skull(Mesh head, HeadFrame frame) {
        int[] t = head.topology().triangles();
        byte[] classes = head.topology().classes();
        double[] p = new double[9];
        double[] corner = new double[3];
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] != SegmentationClass.SKIN.code()) {
                continue;
            }
            for (int k = 0; k < 3; k++) {
                frame.toHead(head.positions(), 3 * t[3 * i + k], corner);
                for (int axis = 0; axis < 3; axis++) {
                    p[3 * k + axis] = corner[axis] - CENTER[axis];
                }
            }
            // Corners, middles of edges and the middle of all lie nearer to one another than bins do.
            for (int a = 0; a < 3; a++) {
                raise(p[3 * a], p[3 * a + 1], p[3 * a + 2]);
                int b = (a + 1) % 3;
                raise(
                        0.5 * (p[3 * a] + p[3 * b]),
                        0.5 * (p[3 * a + 1] + p[3 * b + 1]),
                        0.5 * (p[3 * a + 2] + p[3 * b + 2]));
            }
            raise((p[0] + p[3] + p[6]) / 3, (p[1] + p[4] + p[7]) / 3, (p[2] + p[5] + p[8]) / 3);
        }
        for (int i = 0; i < reach.length; i++) {
            reach[i] = StrictMath.sqrt(reach[i]);
        }
        for (int round = 0; round < 8; round++) {
            spread(true);
        }
        for (int round = 0; round < SPANS; round++) {
            spread(false);
        }
    }

    /** Notes the square of a distance. */
    private void raise(double x, double y, double z) {
        double rise = rise(x, y, z);
        if (rise >= LOWEST) {
            int i = Math.min(AROUND - 1, (int) (turn(x, z) / 4 * AROUND));
            int j = Math.min(UP - 1, (int) ((rise - LOWEST) / (1 - LOWEST) * UP));
            reach[j * AROUND + i] = Math.max(reach[j * AROUND + i], x * x + y * y + z * z);
        }
    }

    /** 0 to 4 about the vertical axis. */
    private static double turn(double x, double z) {
        double s = Math.abs(x) + Math.abs(z);
        double d = s < 1e-9 ? 0 : x / s;
        return z >= 0 ? 1 + d : 3 - d;
    }

    /** -1 straight down, 0 level, 1 straight up. */
    private static double rise(double x, double y, double z) {
        return y / (Math.abs(y) + StrictMath.sqrt(x * x + z * z) + 1e-9);
    }

    /** Bins take the mean of those about them: empty ones only, or all that lie lower than that. */
    private void spread(boolean empty) {
        double[] before = reach.clone();
        for (int j = 0; j < UP; j++) {
            for (int i = 0; i < AROUND; i++) {
                double old = before[j * AROUND + i];
                if (empty && old > 0) {
                    continue;
                }
                double sum = 0;
                int count = 0;
                for (int dj = -1; dj <= 1; dj++) {
                    for (int di = -1; di <= 1; di++) {
                        int row = Math.max(0, Math.min(UP - 1, j + dj));
                        double value = before[row * AROUND + Math.floorMod(i + di, AROUND)];
                        sum += value;
                        count += value > 0 ? 1 : 0;
                    }
                }
                reach[j * AROUND + i] = Math.max(old, count == 0 ? 0 : sum / count);
            }
        }
    }

    /** How far the head reaches along (x, y, z), mm. */
    double reach(double x, double y, double z) {
        double u = turn(x, z) / 4 * AROUND - 0.5;
        double v = (rise(x, y, z) - LOWEST) / (1 - LOWEST) * UP - 0.5;
        v = Math.max(0, Math.min(UP - 1.001, v));
        int i = (int) Math.floor(u);
        int j = (int) v;
        double s = u - i;
        double t = v - j;
        int here = Math.floorMod(i, AROUND);
        int next = Math.floorMod(i + 1, AROUND);
        double low = (1 - s) * reach[j * AROUND + here] + s * reach[j * AROUND + next];
        double high = (1 - s) * reach[(j + 1) * AROUND + here] + s * reach[(j + 1) * AROUND + next];
        return (1 - t) * low + t * high;
    }

    /** The height of the crown of the head, head frame, mm. */
    double top() {
        return CENTER[1] + reach(0, 1, 0);
    }
}
