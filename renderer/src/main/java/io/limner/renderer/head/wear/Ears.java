package io.limner.renderer.head.wear;

import io.limner.renderer.head.Topology;
import io.limner.schema.label.SegmentationClass;
import java.util.stream.IntStream;

/** The ears of a topology: the subject's left and right. */
record Ears(Ear left, Ear right) {

    /**
     * @param root where it leaves the head: the highest vertex that it shares with the skin about it, at rest
     * @param vertices all of its own
     */
    record Ear(int root, int[] vertices) {}

    static Ears of(Topology topology) {
        boolean[] ear = new boolean[topology.vertexCount()];
        boolean[] skin = new boolean[topology.vertexCount()];
        int[] t = topology.triangles();
        for (int i = 0; i < t.length; i++) {
            int kind = topology.classes()[i / 3];
            ear[t[i]] |= kind == SegmentationClass.EAR.code();
            skin[t[i]] |= kind == SegmentationClass.SKIN.code();
        }
        return new Ears(ear(topology, ear, skin, 1), ear(topology, ear, skin, -1));
    }

    private static Ear ear(Topology topology, boolean[] ear, boolean[] skin, int side) {
        float[] p = topology.rest();
        int[] own = IntStream.range(0, ear.length)
                .filter(v -> ear[v] && side * p[3 * v] > 0)
                .toArray();
        int root = -1;
        for (int v : own) {
            if (skin[v] && (root < 0 || p[3 * v + 1] > p[3 * root + 1])) {
                root = v;
            }
        }
        if (root < 0) {
            throw new IllegalArgumentException("a head without ears has nothing that glasses could rest on");
        }
        return new Ear(root, own);
    }
}
