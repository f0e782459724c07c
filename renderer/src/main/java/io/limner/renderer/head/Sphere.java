package io.limner.renderer.head;

/**
 * A sphere.
 *
 * @param x centre, mm
 * @param y centre, mm
 * @param z centre, mm
 * @param radius mm
 */
record Sphere(double x, double y, double z, double radius) {

    /** The least-squares sphere through the vertices {@code members} of {@code positions}. */
    static Sphere fit(double[] positions, int[] members) {
        double mx = 0;
        double my = 0;
        double mz = 0;
        for (int v : members) {
            mx += positions[3 * v];
            my += positions[3 * v + 1];
            mz += positions[3 * v + 2];
        }
        mx /= members.length;
        my /= members.length;
        mz /= members.length;
        double[][] normal = new double[4][5];
        for (int v : members) {
            double[] row = {positions[3 * v] - mx, positions[3 * v + 1] - my, positions[3 * v + 2] - mz, 1, 0};
            row[4] = row[0] * row[0] + row[1] * row[1] + row[2] * row[2];
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 5; j++) {
                    normal[i][j] += row[i] * row[j];
                }
            }
        }
        double[] s = solve(normal);
        double cx = s[0] / 2;
        double cy = s[1] / 2;
        double cz = s[2] / 2;
        return new Sphere(mx + cx, my + cy, mz + cz, StrictMath.sqrt(s[3] + cx * cx + cy * cy + cz * cz));
    }

    /** Gaussian elimination; the matrix is positive definite, so that no pivoting is needed. */
    private static double[] solve(double[][] m) {
        int n = m.length;
        for (int i = 0; i < n; i++) {
            for (int r = i + 1; r < n; r++) {
                double f = m[r][i] / m[i][i];
                for (int c = i; c <= n; c++) {
                    m[r][c] -= f * m[i][c];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = m[i][n];
            for (int c = i + 1; c < n; c++) {
                sum -= m[i][c] * x[c];
            }
            x[i] = sum / m[i][i];
        }
        return x;
    }
}
