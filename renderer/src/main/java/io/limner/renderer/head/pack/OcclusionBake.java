package io.limner.renderer.head.pack;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How much of the sky each vertex sees, by cosine-weighted rays in a fixed pattern. */
final class OcclusionBake {
    private static final int RAYS = 96;
    /** Beyond this a blocker no longer counts, mm; nearer ones count in part. */
    private static final double REACH = 90;

    private static final double START = 0.25;
    private static final int SMOOTHINGS = 2;

    private final double[] positions;
    private final int[] triangles;
    private final double[] normals;
    private final RayCaster caster;

    OcclusionBake(double[] positions, int[] triangles) {
        this.positions = positions;
        this.triangles = triangles;
        this.caster = new RayCaster(positions, triangles);
        this.normals = new double[positions.length];
        for (int t = 0; t < triangles.length; t += 3) {
            addNormal(t);
        }
    }

    /** Ambient visibility of each vertex, 0 to 1. Vertices in one place share their value. */
    float[] bake() {
        int count = positions.length / 3;
        int[] same = welded();
        double[] sums = new double[positions.length];
        for (int v = 0; v < count; v++) {
            for (int i = 0; i < 3; i++) {
                sums[3 * same[v] + i] += normals[3 * v + i];
            }
        }
        double[] open = new double[count];
        IntStream.range(0, count).parallel().filter(v -> same[v] == v).forEach(v -> open[v] = visibility(v, sums));
        for (int round = 0; round < SMOOTHINGS; round++) {
            smooth(open, same);
        }
        float[] out = new float[count];
        for (int v = 0; v < count; v++) {
            out[v] = (float) Math.max(0, Math.min(1, open[same[v]]));
        }
        return out;
    }

    private double visibility(int v, double[] sums) {
        double[] n = Arrays.copyOfRange(sums, 3 * v, 3 * v + 3);
        double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        if (length < 1e-12) {
            return 1;
        }
        for (int i = 0; i < 3; i++) {
            n[i] /= length;
        }
        double[] side = Math.abs(n[1]) < 0.9 ? new double[] {n[2], 0, -n[0]} : new double[] {0, -n[2], n[1]};
        double sideLength = Math.sqrt(side[0] * side[0] + side[1] * side[1] + side[2] * side[2]);
        double[] ahead = new double[3];
        for (int i = 0; i < 3; i++) {
            side[i] /= sideLength;
        }
        for (int i = 0; i < 3; i++) {
            ahead[i] = n[(i + 1) % 3] * side[(i + 2) % 3] - n[(i + 2) % 3] * side[(i + 1) % 3];
        }
        double[] origin = new double[3];
        for (int i = 0; i < 3; i++) {
            origin[i] = positions[3 * v + i] + START * n[i];
        }
        double sum = 0;
        for (int r = 0; r < RAYS; r++) {
            // A Fibonacci spiral over the disc, lifted to the hemisphere: cosine-weighted by construction.
            double radius = Math.sqrt((r + 0.5) / RAYS);
            double angle = r * Math.PI * (3 - Math.sqrt(5));
            double a = radius * StrictMath.cos(angle);
            double b = radius * StrictMath.sin(angle);
            double c = Math.sqrt(Math.max(0, 1 - radius * radius));
            double[] d = new double[3];
            for (int i = 0; i < 3; i++) {
                d[i] = a * side[i] + b * ahead[i] + c * n[i];
            }
            double free = caster.distance(origin, d, REACH) / REACH;
            sum += Math.sqrt(free);
        }
        return sum / RAYS;
    }

    private void smooth(double[] open, int[] same) {
        double[] sum = new double[open.length];
        int[] count = new int[open.length];
        for (int t = 0; t < triangles.length; t += 3) {
            for (int k = 0; k < 3; k++) {
                int a = same[triangles[t + k]];
                int b = same[triangles[t + (k + 1) % 3]];
                sum[a] += open[b];
                sum[b] += open[a];
                count[a]++;
                count[b]++;
            }
        }
        for (int v = 0; v < open.length; v++) {
            if (count[v] > 0) {
                open[v] = 0.5 * open[v] + 0.5 * sum[v] / count[v];
            }
        }
    }

    private int[] welded() {
        record Place(long x, long y, long z) {}
        java.util.Map<Place, Integer> first = new java.util.HashMap<>();
        int[] same = new int[positions.length / 3];
        for (int v = 0; v < same.length; v++) {
            Place place = new Place(
                    Math.round(positions[3 * v] * 1e6),
                    Math.round(positions[3 * v + 1] * 1e6),
                    Math.round(positions[3 * v + 2] * 1e6));
            Integer known = first.putIfAbsent(place, v);
            same[v] = known == null ? v : known;
        }
        return same;
    }

    private void addNormal(int t) {
        int a = 3 * triangles[t];
        int b = 3 * triangles[t + 1];
        int c = 3 * triangles[t + 2];
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            double n = (positions[b + j] - positions[a + j]) * (positions[c + k] - positions[a + k])
                    - (positions[b + k] - positions[a + k]) * (positions[c + j] - positions[a + j]);
            normals[a + i] += n;
            normals[b + i] += n;
            normals[c + i] += n;
        }
    }
}
