package io.limner.renderer.head.pack;

/** The nearest point of a triangle. */
final class NearestPoint {
    private NearestPoint() {}

    /** Weights of the point of a triangle that is nearest to a given one (C. Ericson, Real-Time Collision Detection, 2005, 5.1.5). */
    static double[] weights(double[] p, int at, double[] points, int[] mesh, int t) {
        double[] ab = new double[3];
        double[] ac = new double[3];
        double[] d = new double[6];
        for (int i = 0; i < 3; i++) {
            double a = points[3 * mesh[t] + i];
            double b = points[3 * mesh[t + 1] + i];
            double c = points[3 * mesh[t + 2] + i];
            ab[i] = b - a;
            ac[i] = c - a;
            d[0] += ab[i] * (p[at + i] - a);
            d[1] += ac[i] * (p[at + i] - a);
        }
        for (int i = 0; i < 3; i++) {
            double b = points[3 * mesh[t + 1] + i];
            double c = points[3 * mesh[t + 2] + i];
            d[2] += ab[i] * (p[at + i] - b);
            d[3] += ac[i] * (p[at + i] - b);
            d[4] += ab[i] * (p[at + i] - c);
            d[5] += ac[i] * (p[at + i] - c);
        }
        if (d[0] <= 0 && d[1] <= 0) {
            return new double[] {1, 0, 0};
        }
        if (d[2] >= 0 && d[3] <= d[2]) {
            return new double[] {0, 1, 0};
        }
        double vc = d[0] * d[3] - d[2] * d[1];
        if (vc <= 0 && d[0] >= 0 && d[2] <= 0) {
            double v = d[0] / (d[0] - d[2]);
            return new double[] {1 - v, v, 0};
        }
        if (d[5] >= 0 && d[4] <= d[5]) {
            return new double[] {0, 0, 1};
        }
        double vb = d[4] * d[1] - d[0] * d[5];
        if (vb <= 0 && d[1] >= 0 && d[5] <= 0) {
            double w = d[1] / (d[1] - d[5]);
            return new double[] {1 - w, 0, w};
        }
        double va = d[2] * d[5] - d[4] * d[3];
        if (va <= 0 && d[3] - d[2] >= 0 && d[4] - d[5] >= 0) {
            double w = (d[3] - d[2]) / (d[3] - d[2] + d[4] - d[5]);
            return new double[] {0, 1 - w, w};
        }
        double sum = va + vb + vc;
        return new double[] {va / sum, vb / sum, vc / sum};
    }
}
