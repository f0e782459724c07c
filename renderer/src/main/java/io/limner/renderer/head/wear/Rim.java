package io.limner.renderer.head.wear;

/**
 * The plane in which the edge of a hat lies, over the brows and above the ears.
 *
 * @param front height at the forehead, mm
 * @param slope by how much it rises towards the front, mm a mm
 */
record Rim(double front, double slope) {
    /** Where the forehead is, mm. */
    private static final double FOREHEAD = 18;

    /** Share of the height of the crown above the eyes at which hats begin. */
    private static final double SHARE = 0.40;

    static Rim of(Fitting fitting) {
        double brows = -1e9;
        for (int i = 17; i < 27; i++) {
            brows = Math.max(brows, fitting.landmark(i)[1]);
        }
        double front = Math.max(SHARE * fitting.skull().top(), brows + 10);
        Fitting.Ear left = fitting.ear(1);
        Fitting.Ear right = fitting.ear(-1);
        double ear = Math.max(left.top(), right.top()) + 4;
        double z = 0.5 * (left.middle() + right.middle());
        return new Rim(front, Math.max(0.15, (front - ear) / (FOREHEAD - z)));
    }

    /** The height of the plane at a depth, mm. */
    double height(double z) {
        return front + slope * (z - FOREHEAD);
    }

    /** How far above the plane a point lies, mm. */
    double above(double[] points, int at) {
        return (points[at + 1] - height(points[at + 2])) / StrictMath.sqrt(1 + slope * slope);
    }
}
