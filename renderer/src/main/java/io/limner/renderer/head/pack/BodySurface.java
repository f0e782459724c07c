package io.limner.renderer.head.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The body under the shirt: what slides over it is put back onto it. */
final class BodySurface {
    /** How far from a triangle's first corner a point may be that lies on it, mm. */
    private static final double REACH = 40;

    private final double[] posed;
    private final double[][] normals;
    private final int[] triangles;

    /**
     * @param posed vertices of the base mesh, mm, 3 a vertex
     * @param normals of those of them that the given quads have
     */
    BodySurface(
            SourceMesh mesh, double[] posed, Map<Integer, double[]> normals, List<Integer> skin, List<Integer> shirt) {
        this.posed = posed;
        this.normals = new double[posed.length / 3][];
        normals.forEach((v, n) -> this.normals[v] = n.clone());
        List<Integer> corners = new ArrayList<>();
        for (List<Integer> part : List.of(skin, shirt)) {
            for (int q : part) {
                for (int k : new int[] {0, 1, 2, 0, 2, 3}) {
                    corners.add(mesh.quads()[4 * q + k]);
                }
            }
        }
        triangles = corners.stream().mapToInt(v -> v).toArray();
    }

    /** Moves vertex {@code v} of {@code points} to the nearest point of the body, and turns its normal. */
    void settle(int v, double[] points, double[] normal) {
        double best = Double.MAX_VALUE;
        double[] weights = null;
        int at = 0;
        for (int t = 0; t < triangles.length; t += 3) {
            if (squared(points, v, posed, triangles[t]) < REACH * REACH) {
                double[] w = NearestPoint.weights(points, 3 * v, posed, triangles, t);
                double[] p = blend(w, t);
                double d = squared(points, v, p, 0);
                if (d < best) {
                    best = d;
                    weights = w;
                    at = t;
                }
            }
        }
        if (weights == null) {
            throw new PackException("Vertex " + v + " has slid off the body");
        }
        System.arraycopy(blend(weights, at), 0, points, 3 * v, 3);
        double length = 0;
        for (int i = 0; i < 3; i++) {
            normal[i] = 0;
            for (int k = 0; k < 3; k++) {
                normal[i] += weights[k] * normals[triangles[at + k]][i];
            }
            length += normal[i] * normal[i];
        }
        for (int i = 0; i < 3; i++) {
            normal[i] /= Math.sqrt(length);
        }
    }

    private double[] blend(double[] weights, int t) {
        double[] p = new double[3];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 3; i++) {
                p[i] += weights[k] * posed[3 * triangles[t + k] + i];
            }
        }
        return p;
    }

    private static double squared(double[] a, int i, double[] b, int j) {
        double x = a[3 * i] - b[3 * j];
        double y = a[3 * i + 1] - b[3 * j + 1];
        double z = a[3 * i + 2] - b[3 * j + 2];
        return x * x + y * y + z * z;
    }
}
