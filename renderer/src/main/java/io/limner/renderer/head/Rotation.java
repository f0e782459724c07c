package io.limner.renderer.head;

/** Rotation matrices, 3x3, row-major, of right-handed axes x to the subject's left, y up, z forward. */
final class Rotation {
    private Rotation() {}

    /** Ry(yaw) Rx(pitch) Rz(roll), degrees, as {@link io.limner.schema.scene.Pose} defines the signs. */
    static double[] of(double yaw, double pitch, double roll) {
        double a = StrictMath.toRadians(yaw);
        double b = StrictMath.toRadians(pitch);
        double c = StrictMath.toRadians(roll);
        double sa = StrictMath.sin(a);
        double ca = StrictMath.cos(a);
        double sb = StrictMath.sin(b);
        double cb = StrictMath.cos(b);
        double sc = StrictMath.sin(c);
        double cc = StrictMath.cos(c);
        return new double[] {
            ca * cc + sa * sb * sc,
            -ca * sc + sa * sb * cc,
            sa * cb,
            cb * sc,
            cb * cc,
            -sb,
            -sa * cc + ca * sb * sc,
            sa * sc + ca * sb * cc,
            ca * cb
        };
    }

    /** The product of two matrices. */
    static double[] product(double[] a, double[] b) {
        double[] out = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                out[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
            }
        }
        return out;
    }
}
