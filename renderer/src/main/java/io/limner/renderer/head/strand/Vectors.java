package io.limner.renderer.head.strand;

/** Three-vectors in arrays: strands are grown by the ten thousand, without an object each. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static void cross(double[] a, double[] b, double[] out) {
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        out[2] = a[0] * b[1] - a[1] * b[0];
        out[0] = x;
        out[1] = y;
    }

    /** Makes {@code v} a unit vector; a null vector becomes +y. */
    static void normalize(double[] v) {
        double length = StrictMath.sqrt(dot(v, v));
        if (length < 1e-12) {
            v[0] = 0;
            v[1] = 1;
            v[2] = 0;
            return;
        }
        double per = 1 / length;
        v[0] *= per;
        v[1] *= per;
        v[2] *= per;
    }
}
