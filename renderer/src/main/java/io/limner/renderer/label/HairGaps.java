package io.limner.renderer.label;

import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;

/**
 * Where a lock is open between its hairs: the rule of {@code hairs.glsl}, by which the picture is drawn.
 *
 * @param strands of the face
 * @param focal length, pixels: a coarse picture has fewer hairs
 */
record HairGaps(Strands strands, double focal) {
    /** Millimetres between hairs where a picture is fine enough to show them. */
    private static final double SPACING = 0.85;

    private static final double SPACING_IN_PIXELS = 1.3;

    /**
     * Whether a line passes between hairs.
     *
     * @param triangle of a strand
     * @param u share of its first corner in the place where the line meets it
     * @param v of the second
     * @param depth of its last corner, mm
     */
    boolean at(int triangle, double u, double v, double depth) {
        Topology topology = strands.mesh().topology();
        float[] rest = topology.rest();
        int a = 3 * topology.triangles()[3 * triangle];
        int b = 3 * topology.triangles()[3 * triangle + 1];
        int c = 3 * topology.triangles()[3 * triangle + 2];
        double reach = Math.abs(rest[c + 1]);
        double count = StrictMath.floor(2 * reach / Math.max(SPACING, SPACING_IN_PIXELS * depth / focal) + 0.5);
        if (count < 2) {
            return false;
        }
        double w = 1 - u - v;
        double along = u * rest[a] + v * rest[b] + w * rest[c];
        double side = (u * rest[a + 1] + v * rest[b + 1] + w * rest[c + 1]) / reach;
        double shade = u * rest[a + 2] + v * rest[b + 2] + w * rest[c + 2];
        double place = (0.5 + 0.5 * side) * count + Math.abs(fraction(1.6 * along + 13 * shade) - 0.5);
        double hair = StrictMath.floor(place);
        double chance = fraction(hair * 0.6180340 + shade * 1013.71);
        double end = 1 - 0.5 * chance * chance;
        double full = 0.80 + 0.5 * fraction(hair * 0.7548777 + shade * 517.37) - 0.45 * side * side * side * side;
        return Math.abs(place - hair - 0.5) > 0.5 * full * Math.max(0, Math.min(1, (end - along) / 0.35));
    }

    private static double fraction(double x) {
        return x - StrictMath.floor(x);
    }
}
