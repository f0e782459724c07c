package io.limner.renderer.head.strand;

import io.limner.renderer.head.Topology;
import java.util.function.IntToDoubleFunction;

/**
 * Places on the skin where strands may grow, spread evenly over the area of the head at rest.
 *
 * @param triangles which triangle each site lies in
 * @param weights barycentric weights of its second and third corner, 2 a site
 * @param densities 0 to 1, 1 a site
 */
record Sites(int[] triangles, float[] weights, float[] densities) {

    /**
     * Spreads {@code count} sites over the triangles whose vertices have a mean {@code density} above zero, in random order, so that
     * the first few are as even as all.
     */
    static Sites spread(Topology topology, IntToDoubleFunction density, int count, long seed) {
        int n = topology.triangleCount();
        double[] sum = new double[n + 1];
        for (int t = 0; t < n; t++) {
            sum[t + 1] = sum[t] + (mean(topology, density, t) > 0.02 ? area(topology, t) : 0);
        }
        Chance chance = new Chance(seed);
        int[] order = shuffled(count, chance);
        int[] triangles = new int[count];
        float[] weights = new float[2 * count];
        float[] densities = new float[count];
        int t = 0;
        for (int i = 0; i < count; i++) {
            // Stratified along the running area; then neighbours in the mesh share the area evenly.
            double target = (i + chance.at(i, 0)) / count * sum[n];
            while (t < n - 1 && sum[t + 1] <= target) {
                t++;
            }
            int slot = order[i];
            double u = chance.at(i, 1);
            double v = chance.at(i, 2);
            if (u + v > 1) {
                u = 1 - u;
                v = 1 - v;
            }
            triangles[slot] = t;
            weights[2 * slot] = (float) u;
            weights[2 * slot + 1] = (float) v;
            densities[slot] = (float) mean(topology, density, t);
        }
        return new Sites(triangles, weights, densities);
    }

    private static int[] shuffled(int count, Chance chance) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = (int) (chance.at(i, 3) * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static double mean(Topology topology, IntToDoubleFunction density, int t) {
        int[] corners = topology.triangles();
        return (density.applyAsDouble(corners[3 * t])
                        + density.applyAsDouble(corners[3 * t + 1])
                        + density.applyAsDouble(corners[3 * t + 2]))
                / 3;
    }

    private static double area(Topology topology, int t) {
        float[] p = topology.rest();
        int a = 3 * topology.triangles()[3 * t];
        int b = 3 * topology.triangles()[3 * t + 1];
        int c = 3 * topology.triangles()[3 * t + 2];
        double ux = p[b] - p[a];
        double uy = p[b + 1] - p[a + 1];
        double uz = p[b + 2] - p[a + 2];
        double vx = p[c] - p[a];
        double vy = p[c + 1] - p[a + 1];
        double vz = p[c + 2] - p[a + 2];
        double x = uy * vz - uz * vy;
        double y = uz * vx - ux * vz;
        double z = ux * vy - uy * vx;
        return 0.5 * StrictMath.sqrt(x * x + y * y + z * z);
    }

    int count() {
        return triangles.length;
    }

    /** Site {@code i} on {@code values} (3 a vertex), written to {@code out}. */
    void at(int i, Topology topology, double[] values, double[] out) {
        int[] corners = topology.triangles();
        int a = 3 * corners[3 * triangles[i]];
        int b = 3 * corners[3 * triangles[i] + 1];
        int c = 3 * corners[3 * triangles[i] + 2];
        double v = weights[2 * i];
        double w = weights[2 * i + 1];
        double u = 1 - v - w;
        for (int k = 0; k < 3; k++) {
            out[k] = u * values[a + k] + v * values[b + k] + w * values[c + k];
        }
    }

    /** The same for single-precision values. */
    void at(int i, Topology topology, float[] values, double[] out) {
        int[] corners = topology.triangles();
        int a = 3 * corners[3 * triangles[i]];
        int b = 3 * corners[3 * triangles[i] + 1];
        int c = 3 * corners[3 * triangles[i] + 2];
        double v = weights[2 * i];
        double w = weights[2 * i + 1];
        double u = 1 - v - w;
        for (int k = 0; k < 3; k++) {
            out[k] = u * values[a + k] + v * values[b + k] + w * values[c + k];
        }
    }
}
