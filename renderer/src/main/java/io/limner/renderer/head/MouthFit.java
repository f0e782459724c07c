package io.limner.renderer.head;

/** Puts teeth and tongue where the jaws are. */
final class MouthFit {
    /**
     * Where teeth and gums stand, against where the head data puts them, mm: y up, z forward. Upper front teeth reach a little below
     * the line between the lips and overlap the lower ones, which stand behind them; shut lips cover both.
     */
    private static final double[] UPPER = {0, -2.6, -1.5};

    private static final double[] LOWER = {0, -4.6, -3};
    private static final double[] TONGUE = {0, 1.5, -2};

    /** How flat the tongue lies when the jaw has dropped all the way, and how far that is, mm; put out this far, it stays round. */
    private static final double FLAT = 0.6;

    private static final double DROP = 14;
    private static final double OUT = 12;

    private final PackData.Mouth mouth;

    MouthFit(PackData.Mouth mouth) {
        this.mouth = mouth;
    }

    /**
     * Writes upper teeth, lower teeth and tongue, which lies on the lower jaw, from the given vertices on.
     *
     * @param still the same person without an expression
     * @param size of the face; an adult's is 1
     */
    void place(double[] still, double[] coarse, double size, double[] positions, int upper, int lower, int tongue) {
        teeth(mouth.upper(), scaled(UPPER, size), coarse, positions, upper);
        teeth(mouth.lower(), scaled(LOWER, size), coarse, positions, lower);
        int[] members = mouth.tongue().vertices();
        double floor = Double.POSITIVE_INFINITY;
        double forward = 0;
        for (int member : members) {
            floor = Math.min(floor, coarse[3 * member + 1]);
            forward += (coarse[3 * member + 2] - still[3 * member + 2]) / members.length;
        }
        int jaw = 3 * mouth.lower().reference()[0] + 1;
        double dropped = SkinRegions.smooth(0, DROP * size, still[jaw] - coarse[jaw]);
        double height = 1 - FLAT * dropped * (1 - SkinRegions.smooth(0, OUT * size, forward));
        for (int t = 0, at = 3 * tongue; t < members.length; t++) {
            int from = 3 * members[t];
            positions[at++] = size * TONGUE[0] + coarse[from];
            positions[at++] = size * TONGUE[1] + floor + height * (coarse[from + 1] - floor);
            positions[at++] = size * TONGUE[2] + coarse[from + 2];
        }
    }

    /** Teeth follow a triangle of helper vertices. */
    private static void teeth(PackData.Teeth teeth, double[] offset, double[] coarse, double[] positions, int first) {
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
                positions[at++] = offset[i]
                        + f[v] * coarse[a + i]
                        + f[v + 1] * coarse[b + i]
                        + f[v + 2] * coarse[c + i]
                        + f[v + 3] * scale * normal[i] / length;
            }
        }
    }

    private static double[] scaled(double[] offset, double size) {
        return new double[] {size * offset[0], size * offset[1], size * offset[2]};
    }
}
