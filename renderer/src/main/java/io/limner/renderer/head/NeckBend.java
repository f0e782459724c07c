package io.limner.renderer.head;

import io.limner.schema.scene.Pose;

/**
 * How a pose moves torso, neck and head. The turn grows along the neck's centre line from the torso's to the head's; the centre
 * line itself is bent by it, so that a point of the neck moves as if on a chain of many short joints and nothing creases.
 */
final class NeckBend {
    /** The share of the head's yaw that the body joins in. */
    static final double BODY_YAW = 0.4;

    private static final int KNOTS = 64;
    /** A knot's rotation, row-major, then its offset. */
    private static final int STRIDE = 12;

    private final double[] knots = new double[(KNOTS + 1) * STRIDE];

    /**
     * @param neck base of the neck, mm
     * @param skull joint of neck and skull, mm
     */
    NeckBend(double[] neck, double[] skull, Pose pose) {
        double[] center = neck.clone();
        for (int k = 0; k <= KNOTS; k++) {
            double s = (double) k / KNOTS;
            double[] r = turn(pose, s);
            if (k > 0) {
                double[] middle = turn(pose, s - 0.5 / KNOTS);
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        center[i] += middle[3 * i + j] * (skull[j] - neck[j]) / KNOTS;
                    }
                }
            }
            for (int i = 0; i < 3; i++) {
                double offset = center[i];
                for (int j = 0; j < 3; j++) {
                    knots[k * STRIDE + 3 * i + j] = r[3 * i + j];
                    offset -= r[3 * i + j] * (neck[j] + s * (skull[j] - neck[j]));
                }
                knots[k * STRIDE + 9 + i] = offset;
            }
        }
    }

    /** The head's own rotation, row-major. */
    double[] headRotation() {
        return java.util.Arrays.copyOfRange(knots, KNOTS * STRIDE, KNOTS * STRIDE + 9);
    }

    /** Moves the point at {@code at} of {@code points}, which follows the head by {@code share} (0 to 1). */
    void apply(double[] points, int at, double share) {
        double position = Math.max(0, Math.min(1, share)) * KNOTS;
        int k = (int) position;
        double t = position - k;
        int low = k * STRIDE;
        double x = points[at];
        double y = points[at + 1];
        double z = points[at + 2];
        for (int i = 0; i < 3; i++) {
            int a = low + 3 * i;
            double moved = knots[a] * x + knots[a + 1] * y + knots[a + 2] * z + knots[low + 9 + i];
            if (t > 0) { // Most of a head is no neck.
                int b = a + STRIDE;
                double next = knots[b] * x + knots[b + 1] * y + knots[b + 2] * z + knots[low + STRIDE + 9 + i];
                moved += t * (next - moved);
            }
            points[at + i] = moved;
        }
    }

    private static double[] turn(Pose pose, double s) {
        return Rotation.of(pose.yaw() * (BODY_YAW + (1 - BODY_YAW) * s), pose.pitch() * s, pose.roll() * s);
    }
}
