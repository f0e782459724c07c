package io.limner.renderer.head;

/**
 * Points fixed on a mesh, each a triangle and three weights that sum to 1.
 *
 * @param triangles one a point
 * @param weights of the triangle's corners, 3 a point
 */
record SurfacePoints(int[] triangles, double[] weights) {

    static SurfacePoints of(int[] triangles, float[] weights) {
        double[] wide = new double[weights.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = weights[i];
        }
        return new SurfacePoints(triangles, wide);
    }

    int count() {
        return triangles.length;
    }

    /** Where they are, 3 a point, when the vertices of the mesh {@code corners} are at {@code positions}. */
    double[] at(int[] corners, double[] positions) {
        double[] out = new double[3 * count()];
        for (int i = 0; i < count(); i++) {
            for (int corner = 0; corner < 3; corner++) {
                int vertex = corners[3 * triangles[i] + corner];
                for (int axis = 0; axis < 3; axis++) {
                    out[3 * i + axis] += weights[3 * i + corner] * positions[3 * vertex + axis];
                }
            }
        }
        return out;
    }
}
