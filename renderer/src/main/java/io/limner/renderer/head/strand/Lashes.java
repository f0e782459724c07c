package io.limner.renderer.head.strand;

import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.SkinRegions;
import io.limner.schema.label.SegmentationClass;

/** Grows the lashes along the lid margins, which the eye landmarks trace. */
final class Lashes {
    private static final int SEGMENTS = 3;
    private static final int UPPER = 64;
    private static final int LOWER = 34;
    /** Landmarks of the upper and the lower lid from the outer corner, right eye then left. */
    private static final int[][] LIDS = {{36, 37, 38, 39}, {36, 41, 40, 39}, {45, 44, 43, 42}, {45, 46, 47, 42}};

    private Lashes() {}

    /** @param scale of their length */
    static void grow(long seed, double scale, Anchors anchors, HeadFrame frame, Ribbons out) {
        for (int lid = 0; lid < LIDS.length; lid++) {
            boolean upper = lid % 2 == 0;
            double[][] margin = new double[4][3];
            for (int i = 0; i < 4; i++) {
                frame.toHead(anchors.landmarks(), 3 * LIDS[lid][i], margin[i]);
            }
            Anchors.Eye eye = lid < 2 ? anchors.rightEye() : anchors.leftEye();
            double[] center = new double[3];
            frame.toHead(eye.center(), 0, center);
            grow(new Chance(seed ^ (0x1a5 + lid)), upper, scale, margin, center, out);
        }
    }

    private static void grow(
            Chance chance, boolean upper, double scale, double[][] margin, double[] center, Ribbons out) {
        int count = upper ? UPPER : LOWER;
        double[] root = new double[3];
        double[] outward = new double[3];
        curve(margin, 0.5, root);
        // A lid that is down turns its lashes down with it.
        double lifted = SkinRegions.smooth(-4, 3, root[1] - center[1]);
        double bend = upper ? 0.85 - 1.15 * (1 - lifted) : -0.55;
        double[] points = new double[3 * (SEGMENTS + 1)];
        for (int i = 0; i < count; i++) {
            double t = (i + 0.7 * chance.at(i, 0)) / count;
            curve(margin, t, root);
            for (int k = 0; k < 3; k++) {
                outward[k] = root[k] - center[k];
            }
            Vectors.normalize(outward);
            double side = center[0] < 0 ? -1 : 1;
            double fan = side * (0.75 - 1.05 * t) + 0.10 * chance.around(i, 1);
            double length = scale
                    * (upper ? 8.2 : 4.6)
                    * (0.75 + 0.4 * chance.at(i, 2))
                    * (1 - 0.45 * t)
                    * (0.7 + 0.3 * Math.min(1, 6 * t));
            for (int s = 0; s <= SEGMENTS; s++) {
                double a = s / (double) SEGMENTS;
                points[3 * s] = root[0] + length * a * (0.55 * outward[0] + 0.45 * fan);
                points[3 * s + 1] = root[1] + length * a * (0.55 * outward[1] + bend * (a - 0.25));
                points[3 * s + 2] = root[2] + length * a * (0.9 * outward[2] - 0.35 * a);
            }
            Ribbons.Look look = new Ribbons.Look((byte) SegmentationClass.LASH.code(), upper ? 0.34 : 0.22, 0.8, 0.3);
            out.add(points, SEGMENTS + 1, look, new double[] {0.6, 0.9});
        }
    }

    /** A Catmull-Rom curve through the four points at t in 0..1, ends doubled. */
    private static void curve(double[][] p, double t, double[] out) {
        double at = Math.min(2.999, 3 * t);
        int i = (int) at;
        double f = at - i;
        double[] p0 = p[Math.max(0, i - 1)];
        double[] p1 = p[i];
        double[] p2 = p[i + 1];
        double[] p3 = p[Math.min(3, i + 2)];
        for (int k = 0; k < 3; k++) {
            out[k] = 0.5
                    * (2 * p1[k]
                            + f * (p2[k] - p0[k])
                            + f * f * (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k])
                            + f * f * f * (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]));
        }
    }
}
