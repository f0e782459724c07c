package io.limner.renderer.label;

import io.limner.renderer.head.LockHairs;
import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;

/**
 * Where lines meet locks that are open between their hairs.
 *
 * @param strands of the face
 * @param focal length, pixels: a coarse picture has fewer hairs
 */
record HairGaps(Strands strands, double focal) {
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
        double count = LockHairs.count(reach, depth, focal);
        if (count < 2) {
            return false;
        }
        double w = 1 - u - v;
        double along = u * rest[a] + v * rest[b] + w * rest[c];
        double side = (u * rest[a + 1] + v * rest[b + 1] + w * rest[c + 1]) / reach;
        double shade = u * rest[a + 2] + v * rest[b + 2] + w * rest[c + 2];
        return LockHairs.gap(along, side, shade, count);
    }
}
