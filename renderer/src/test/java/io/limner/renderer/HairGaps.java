package io.limner.renderer;

import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;

/** Where a lock is open between its hairs, in double precision: the rule that {@code hairs.glsl} draws by, written a second time. */
public final class HairGaps {
    private HairGaps() {}

    /**
     * Whether a lock's triangle is open at a point.
     *
     * @param strands of the face
     * @param triangle its number
     * @param weights barycentric, of its three corners
     * @param depth of its last corner along the optical axis, mm
     * @param focal length, pixels
     */
    public static boolean open(Strands strands, int triangle, double[] weights, double depth, double focal) {
        Topology topology = strands.mesh().topology();
        double[] strand = new double[3];
        for (int corner = 0; corner < 3; corner++) {
            for (int k = 0; k < 3; k++) {
                strand[k] += weights[corner] * topology.rest()[3 * topology.triangles()[3 * triangle + corner] + k];
            }
        }
        double reach = Math.abs(topology.rest()[3 * topology.triangles()[3 * triangle + 2] + 1]);
        double count = Math.floor(2 * reach / Math.max(0.85, 1.3 * depth / focal) + 0.5);
        if (count < 2) {
            return false;
        }
        double wave = 1.6 * strand[0] + 13 * strand[2];
        double place = (0.5 + 0.5 * strand[1] / reach) * count + Math.abs(wave - Math.floor(wave) - 0.5);
        double hair = Math.floor(place);
        double first = fraction(hair * 0.6180340 + strand[2] * 1013.71);
        double second = fraction(hair * 0.7548777 + strand[2] * 517.37);
        double left = (1 - 0.5 * first * first - strand[0]) / 0.35;
        double full = 0.80 + 0.5 * second - 0.45 * Math.pow(strand[1] / reach, 4);
        return Math.abs(place - hair - 0.5) > 0.5 * full * Math.max(0, Math.min(1, left));
    }

    private static double fraction(double x) {
        return x - Math.floor(x);
    }
}
