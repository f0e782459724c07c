package io.limner.renderer.head;

/** Smooth, area-weighted vertex normals of an assembled mesh. */
final class Normals {
    private final HeadAssembly assembly;
    private final double[] eyeDirections;

    Normals(HeadAssembly assembly, double[] eyeDirections) {
        this.assembly = assembly;
        this.eyeDirections = eyeDirections;
    }

    /** Normals of {@code positions}; seams take those of the unsplit {@code fine} skin, eyeballs those of the sphere. */
    float[] of(double[] fine, double[] positions, double[] look) {
        float[] out = new float[positions.length];
        double[] sums = new double[fine.length];
        int[] skin = assembly.fineTriangles();
        add(skin, 0, skin.length, fine, sums);
        float[] units = new float[fine.length];
        for (int v = 0; v < fine.length; v += 3) {
            store(sums, v, units, v);
        }
        int[] source = assembly.fineOfVertex();
        for (int v = 0; v < source.length; v++) {
            int from = 3 * source[v];
            out[3 * v] = units[from];
            out[3 * v + 1] = units[from + 1];
            out[3 * v + 2] = units[from + 2];
        }
        double[] mouth = new double[positions.length];
        int[] all = assembly.triangles();
        add(all, skin.length, all.length - 6 * EyePatch.TRIANGLES, positions, mouth);
        for (int v = assembly.upperTeeth(); v < assembly.leftEye(); v++) {
            store(mouth, 3 * v, out, 3 * v);
        }
        for (int eye : new int[] {assembly.leftEye(), assembly.rightEye()}) {
            for (int d = 0; d < eyeDirections.length; d += 3) {
                for (int i = 0; i < 3; i++) {
                    out[3 * eye + d + i] = (float) (look[3 * i] * eyeDirections[d]
                            + look[3 * i + 1] * eyeDirections[d + 1]
                            + look[3 * i + 2] * eyeDirections[d + 2]);
                }
            }
        }
        return out;
    }

    private static void add(int[] triangles, int from, int to, double[] p, double[] sums) {
        for (int t = from; t < to; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            double ux = p[b] - p[a];
            double uy = p[b + 1] - p[a + 1];
            double uz = p[b + 2] - p[a + 2];
            double vx = p[c] - p[a];
            double vy = p[c + 1] - p[a + 1];
            double vz = p[c + 2] - p[a + 2];
            double x = uy * vz - uz * vy;
            double y = uz * vx - ux * vz;
            double z = ux * vy - uy * vx;
            sums[a] += x;
            sums[a + 1] += y;
            sums[a + 2] += z;
            sums[b] += x;
            sums[b + 1] += y;
            sums[b + 2] += z;
            sums[c] += x;
            sums[c + 1] += y;
            sums[c + 2] += z;
        }
    }

    private static void store(double[] sums, int from, float[] out, int to) {
        double x = sums[from];
        double y = sums[from + 1];
        double z = sums[from + 2];
        double length = Math.max(1e-12, StrictMath.sqrt(x * x + y * y + z * z));
        out[to] = (float) (x / length);
        out[to + 1] = (float) (y / length);
        out[to + 2] = (float) (z / length);
    }
}
