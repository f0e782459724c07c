package io.limner.renderer.head.wear;

/** Points and directions, three values each. */
final class Space {
    private Space() {}

    static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    /** a + s u + t v. */
    static double[] plus(double[] a, double s, double[] u, double t, double[] v) {
        return new double[] {
            a[0] + s * u[0] + t * v[0], a[1] + s * u[1] + t * v[1], a[2] + s * u[2] + t * v[2],
        };
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    static double distance(double[] a, double[] b) {
        double[] d = minus(a, b);
        return StrictMath.sqrt(dot(d, d));
    }

    /** A unit vector along {@code v}; +y for a null vector. */
    static double[] unit(double[] v) {
        double length = StrictMath.sqrt(dot(v, v));
        return length < 1e-12 ? new double[] {0, 1, 0} : new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    /** The place a share {@code t} of the way from a to b. */
    static double[] between(double[] a, double[] b, double t) {
        return new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])};
    }
}
