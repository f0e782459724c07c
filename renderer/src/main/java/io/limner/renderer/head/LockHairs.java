package io.limner.renderer.head;

/** The hairs of a lock, which is drawn as a ribbon: the rule of {@code hairs.glsl}. Between hairs a ribbon is open, and they end one after the other. */
public final class LockHairs {
    /** Millimetres between hairs where a picture is fine enough to show them. */
    private static final double SPACING = 0.85;

    private static final double SPACING_IN_PIXELS = 1.3;

    private LockHairs() {}

    /**
     * How many hairs lie across a ribbon; one of fewer than two has no gaps.
     *
     * @param reach half its width at the root, mm
     * @param depth along the optical axis, mm
     * @param focal length, pixels: a coarse picture has fewer hairs
     */
    public static double count(double reach, double depth, double focal) {
        return Math.floor(2 * reach / Math.max(SPACING, SPACING_IN_PIXELS * depth / focal) + 0.5);
    }

    /**
     * Whether a place of a ribbon is a gap.
     *
     * @param along from root (0) to tip (1)
     * @param side place across as a share of half the width, -1 to 1
     * @param shade the lock's own
     * @param count of hairs, at least 2
     */
    public static boolean gap(double along, double side, double shade, double count) {
        double place = (0.5 + 0.5 * side) * count + Math.abs(fraction(1.6 * along + 13 * shade) - 0.5);
        double hair = Math.floor(place);
        double chance = fraction(hair * 0.6180340 + shade * 1013.71);
        double end = 1 - 0.5 * chance * chance;
        double full = 0.80 + 0.5 * fraction(hair * 0.7548777 + shade * 517.37) - 0.45 * side * side * side * side;
        return Math.abs(place - hair - 0.5) > 0.5 * full * Math.max(0, Math.min(1, (end - along) / 0.35));
    }

    private static double fraction(double x) {
        return x - Math.floor(x);
    }
}
