package io.limner.renderer.head.strand;

import java.util.Arrays;

/** Strips that only cast shadows. They lie on the head, so that a shadow is the same for every camera. Head frame, mm. */
final class Casters {
    /** One strip after the other: count of its points, half its width, 3 values a point. */
    private double[] strips = new double[1 << 13];

    private int size;

    /** A strip along {@code count} points. */
    void add(double[] points, int count, double width) {
        int needed = size + 2 + 3 * count;
        if (needed > strips.length) {
            strips = Arrays.copyOf(strips, 2 * needed);
        }
        strips[size] = count;
        strips[size + 1] = 0.5 * width;
        System.arraycopy(points, 0, strips, size + 2, 3 * count);
        size = needed;
    }

    /** Adds all strips to {@code out} as triangles of that segmentation code. */
    void addTo(Ribbons out, byte kind) {
        double[] tangent = new double[3];
        double[] outward = new double[3];
        double[] side = new double[3];
        double[] p = new double[3];
        double[] pattern = new double[3];
        for (int at = 0; at < size; at += 2 + 3 * (int) strips[at]) {
            int count = (int) strips[at];
            int first = out.vertexCount();
            for (int i = 0; i < count; i++) {
                int here = at + 2 + 3 * i;
                int before = i == 0 ? here : here - 3;
                int after = i == count - 1 ? here : here + 3;
                for (int k = 0; k < 3; k++) {
                    tangent[k] = strips[after + k] - strips[before + k];
                    outward[k] = strips[here + k] - HeadShell.CENTER[k];
                }
                Vectors.cross(tangent, outward, side);
                Vectors.normalize(side);
                double half = strips[at + 1] * (i == count - 1 ? 0.4 : 1);
                for (int s = -1; s <= 1; s += 2) {
                    for (int k = 0; k < 3; k++) {
                        p[k] = strips[here + k] + s * half * side[k];
                    }
                    out.vertex(p, outward, pattern, 1);
                }
                if (i > 0) {
                    int v = first + 2 * i;
                    out.triangle(v - 2, v - 1, v, kind);
                    out.triangle(v - 1, v + 1, v, kind);
                }
            }
        }
    }
}
