package io.limner.renderer.head;

import io.limner.schema.scene.Blendshape;

/**
 * Shuts eyes. The sculpted blink belongs to one eye of one size; here it is applied column by column of the eye, as strongly as shuts
 * this person's lids over whatever else the face does. It also keeps lids from crossing when several movements narrow an eye.
 */
final class LidClosure {
    /** By how much the coarse edges of shut lids overlap, mm: subdivision rounds them off by nearly as much. */
    private static final double PRESS = 1.0;
    /** Columns that a blink narrows by less than this, mm, follow their neighbours. */
    private static final double LEAST_SLOPE = 3;

    private final Eye left;
    private final Eye right;

    LidClosure(PackData data) {
        left = new Eye(data.helpers().leftEye(), data.targets().get(MorphTarget.of(Blendshape.EYE_BLINK_LEFT)));
        right = new Eye(data.helpers().rightEye(), data.targets().get(MorphTarget.of(Blendshape.EYE_BLINK_RIGHT)));
    }

    /** Shuts the eyes of {@code coarse} (mm, 3 a coarse vertex) by shares of 0 to 1. */
    void close(double[] coarse, double leftShare, double rightShare) {
        left.close(coarse, leftShare);
        right.close(coarse, rightShare);
    }

    private static final class Eye {
        private final int[] upper;
        private final int[] lower;
        private final MorphTarget blink;
        /** How much a blink of full strength narrows the eye at each vertex of the upper edge, mm. */
        private final double[] slopes;

        Eye(PackData.Eye eye, MorphTarget blink) {
            this.upper = eye.upperLid();
            this.lower = eye.lowerLid();
            this.blink = blink;
            slopes = new double[upper.length];
            for (int m = 0; m < blink.vertices().length; m++) {
                for (int u = 0; u < upper.length; u++) {
                    if (blink.vertices()[m] == upper[u]) {
                        slopes[u] = -MorphTarget.STEP * blink.deltas()[3 * m + 1];
                    }
                }
            }
        }

        void close(double[] coarse, double share) {
            double[] x = new double[upper.length];
            double[] strength = new double[upper.length];
            int columns = 0;
            boolean idle = true;
            for (int u = 0; u < upper.length; u++) {
                if (slopes[u] > LEAST_SLOPE) {
                    x[columns] = coarse[3 * upper[u]];
                    double gap = coarse[3 * upper[u] + 1] - lower(coarse, x[columns]);
                    double wanted = Math.max(-PRESS, (1 - share) * gap - share * PRESS);
                    strength[columns] = (gap - wanted) / slopes[u];
                    idle &= strength[columns] == 0;
                    columns++;
                }
            }
            if (!idle) {
                for (int m = 0; m < blink.vertices().length; m++) {
                    blink.addOne(m, along(x, strength, columns, coarse[3 * blink.vertices()[m]]), coarse);
                }
            }
        }

        private double lower(double[] coarse, double x) {
            int l = 1;
            while (l < lower.length - 1 && coarse[3 * lower[l]] < x) {
                l++;
            }
            int a = 3 * lower[l - 1];
            int b = 3 * lower[l];
            double t = Math.max(0, Math.min(1, (x - coarse[a]) / Math.max(1e-6, coarse[b] - coarse[a])));
            return coarse[a + 1] + t * (coarse[b + 1] - coarse[a + 1]);
        }

        private static double along(double[] x, double[] values, int count, double at) {
            if (at <= x[0]) {
                return values[0];
            }
            int c = 1;
            while (c < count - 1 && x[c] < at) {
                c++;
            }
            double t = Math.min(1, (at - x[c - 1]) / Math.max(1e-6, x[c] - x[c - 1]));
            return values[c - 1] + t * (values[c] - values[c - 1]);
        }
    }
}
