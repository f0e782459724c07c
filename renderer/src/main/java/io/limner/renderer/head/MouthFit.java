package io.limner.renderer.head;

/** Puts teeth and tongue where the jaws are. */
final class MouthFit {
    /** Teeth and gums stand a little behind where the head data puts them, so that shut lips cover them, mm. */
    private static final double SETBACK = 1.5;

    private final PackData.Mouth mouth;

    MouthFit(PackData.Mouth mouth) {
        this.mouth = mouth;
    }

    /** Writes the vertices of one jaw's teeth, which follow a triangle of helper vertices, from vertex {@code first} on. */
    void teeth(PackData.Teeth teeth, double[] coarse, double[] positions, int first) {
        int a = 3 * teeth.reference()[0];
        int b = 3 * teeth.reference()[1];
        int c = 3 * teeth.reference()[2];
        double[] normal = new double[3];
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            normal[i] = (coarse[b + j] - coarse[a + j]) * (coarse[c + k] - coarse[a + k])
                    - (coarse[b + k] - coarse[a + k]) * (coarse[c + j] - coarse[a + j]);
        }
        double length = StrictMath.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        double scale = StrictMath.sqrt(length) / teeth.width();
        float[] f = teeth.fit();
        for (int v = 0, at = 3 * first; v < f.length; v += 4) {
            for (int i = 0; i < 3; i++) {
                double set = i == 2 ? -SETBACK : 0;
                positions[at++] = set
                        + f[v] * coarse[a + i]
                        + f[v + 1] * coarse[b + i]
                        + f[v + 2] * coarse[c + i]
                        + f[v + 3] * scale * normal[i] / length;
            }
        }
    }

    /** The tongue lies on the lower jaw: it keeps its place relative to the lower teeth. */
    void tongue(double[] resting, double[] moved, double[] positions, int first) {
        double[] from = frame(mouth.lower(), resting);
        double[] to = frame(mouth.lower(), moved);
        int[] tongue = mouth.tongue().vertices();
        for (int t = 0, at = 3 * first; t < tongue.length; t++, at += 3) {
            for (int axis = 0; axis < 3; axis++) {
                double along = 0;
                for (int i = 0; i < 3; i++) {
                    along += from[3 * axis + i] * (resting[3 * tongue[t] + i] - from[9 + i]);
                }
                for (int i = 0; i < 3; i++) {
                    positions[at + i] += along * to[3 * axis + i];
                }
            }
            for (int i = 0; i < 3; i++) {
                positions[at + i] += to[9 + i];
            }
        }
    }

    /** Three unit axes (along the outer teeth, along the normal, across both), then the mean of the reference vertices. */
    private static double[] frame(PackData.Teeth teeth, double[] coarse) {
        int a = 3 * teeth.reference()[0];
        int b = 3 * teeth.reference()[1];
        int c = 3 * teeth.reference()[2];
        double[] out = new double[12];
        double[] side = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = coarse[c + i] - coarse[a + i];
            side[i] = coarse[b + i] - coarse[a + i];
            out[9 + i] = (coarse[a + i] + coarse[b + i] + coarse[c + i]) / 3;
        }
        cross(out, 0, side, 0, out, 3);
        cross(out, 0, out, 3, out, 6);
        for (int axis = 0; axis < 9; axis += 3) {
            double length = StrictMath.sqrt(
                    out[axis] * out[axis] + out[axis + 1] * out[axis + 1] + out[axis + 2] * out[axis + 2]);
            for (int i = 0; i < 3; i++) {
                out[axis + i] /= length;
            }
        }
        return out;
    }

    private static void cross(double[] a, int atA, double[] b, int atB, double[] out, int at) {
        out[at] = a[atA + 1] * b[atB + 2] - a[atA + 2] * b[atB + 1];
        out[at + 1] = a[atA + 2] * b[atB] - a[atA] * b[atB + 2];
        out[at + 2] = a[atA] * b[atB + 1] - a[atA + 1] * b[atB];
    }
}
