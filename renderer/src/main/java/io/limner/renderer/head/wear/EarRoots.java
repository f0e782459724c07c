package io.limner.renderer.head.wear;

import io.limner.renderer.head.Topology;
import io.limner.schema.label.SegmentationClass;

/**
 * Where ears leave the head: the highest vertices that an ear shares with the skin about it, at rest.
 *
 * @param left vertex above the subject's left ear
 * @param right vertex above the right
 */
record EarRoots(int left, int right) {

    static EarRoots of(Topology topology) {
        boolean[] ear = new boolean[topology.vertexCount()];
        boolean[] skin = new boolean[topology.vertexCount()];
        int[] t = topology.triangles();
        for (int i = 0; i < t.length; i++) {
            int kind = topology.classes()[i / 3];
            ear[t[i]] |= kind == SegmentationClass.EAR.code();
            skin[t[i]] |= kind == SegmentationClass.SKIN.code();
        }
        return new EarRoots(highest(topology, ear, skin, 1), highest(topology, ear, skin, -1));
    }

    private static int highest(Topology topology, boolean[] ear, boolean[] skin, int side) {
        int best = -1;
        for (int v = 0; v < ear.length; v++) {
            float[] p = topology.rest();
            if (ear[v] && skin[v] && side * p[3 * v] > 0 && (best < 0 || p[3 * v + 1] > p[3 * best + 1])) {
                best = v;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("a head without ears has nothing that glasses could rest on");
        }
        return best;
    }
}
