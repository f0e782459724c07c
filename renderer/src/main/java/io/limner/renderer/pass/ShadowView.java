package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.look.KeyLight;

/** The key light's orthographic view of the head. */
final class ShadowView {
    /** Radius of what is seen, mm: a head with long hair and the shoulders near it. */
    private static final double RADIUS = 230;
    /** The middle of what is seen, below and behind the point between the eyes, mm. */
    private static final double[] MIDDLE = {0, -35, -70};

    private static final int FINEST = 512;

    private ShadowView() {}

    /** Samples on a side of the map for a picture of that size: what is finer than its pixels shows in none. */
    static int side(Frame.Size picture) {
        return Math.min(FINEST, Math.max(FINEST / 4, 5 * Math.max(picture.width(), picture.height()) / 4));
    }

    /** Column-major 4x4: position relative to {@code eye} (world, mm) to shadow texture coordinates and depth, all 0 to 1. */
    static float[] of(Face face, double[] eye) {
        double[] l = KeyLight.of(face.scene().light()).direction();
        double[] up = Math.abs(l[1]) < 0.9 ? new double[] {0, 1, 0} : new double[] {0, 0, 1};
        double[] right = unit(cross(up, l));
        double[] above = cross(l, right);
        double s = 0.5 / RADIUS;
        double[][] rows = {scaled(right, s), scaled(above, s), scaled(l, -s)};
        float[] matrix = new float[16];
        for (int r = 0; r < 3; r++) {
            double offset = 0.5;
            for (int c = 0; c < 3; c++) {
                matrix[4 * c + r] = (float) rows[r][c];
                offset += rows[r][c] * (eye[c] - MIDDLE[c]);
            }
            matrix[12 + r] = (float) offset;
        }
        matrix[15] = 1;
        return matrix;
    }

    private static double[] scaled(double[] v, double k) {
        return new double[] {v[0] * k, v[1] * k, v[2] * k};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] v) {
        return scaled(v, 1 / StrictMath.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]));
    }
}
