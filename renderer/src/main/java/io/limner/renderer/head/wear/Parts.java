package io.limner.renderer.head.wear;

import static io.limner.schema.label.SegmentationClass.CLOTHING;
import static io.limner.schema.label.SegmentationClass.EAR;
import static io.limner.schema.label.SegmentationClass.EYE_WHITE;
import static io.limner.schema.label.SegmentationClass.MOUTH_INTERIOR;
import static io.limner.schema.label.SegmentationClass.NECK;
import static io.limner.schema.label.SegmentationClass.TEETH;
import static io.limner.schema.label.SegmentationClass.TONGUE;

import io.limner.renderer.head.Topology;
import io.limner.schema.label.SegmentationClass;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The parts of a topology that things are fitted to.
 *
 * @param ears both
 * @param front of the face, before the ears
 * @param left the subject's left half without what lies inside the head and without its ear
 * @param right the other half
 * @param chest neck and clothing
 */
record Parts(Ears ears, Part front, Part left, Part right, Part chest) {
    /** Depth at rest before which the face lies, mm: about the roots of the ears. */
    private static final double FACE = -60;

    /**
     * Some triangles.
     *
     * @param vertices that they use
     * @param corners three a triangle, by their places in {@code vertices}
     */
    record Part(int[] vertices, int[] corners) {}

    static Parts of(Topology topology) {
        float[] rest = topology.rest();
        Set<SegmentationClass> body = EnumSet.of(CLOTHING, NECK, EAR);
        Set<SegmentationClass> inside = EnumSet.of(EYE_WHITE, MOUTH_INTERIOR, TEETH, TONGUE);
        inside.addAll(body);
        return new Parts(
                Ears.of(topology),
                part(topology, EnumSet.complementOf(EnumSet.copyOf(body)), v -> rest[3 * v + 2] > FACE),
                part(topology, EnumSet.complementOf(EnumSet.copyOf(inside)), v -> rest[3 * v] > 0),
                part(topology, EnumSet.complementOf(EnumSet.copyOf(inside)), v -> rest[3 * v] < 0),
                part(topology, EnumSet.of(CLOTHING, NECK), v -> true));
    }

    /** Triangles of those classes with a corner in a place. */
    private static Part part(Topology topology, Set<SegmentationClass> classes, IntPredicate place) {
        boolean[] wanted = new boolean[256];
        classes.forEach(kind -> wanted[kind.code()] = true);
        int[] t = topology.triangles();
        int[] corners = IntStream.range(0, t.length)
                .filter(i -> {
                    int first = i / 3 * 3;
                    return wanted[topology.classes()[i / 3]]
                            && (place.test(t[first]) || place.test(t[first + 1]) || place.test(t[first + 2]));
                })
                .map(i -> t[i])
                .toArray();
        int[] vertices = IntStream.of(corners).sorted().distinct().toArray();
        int[] index = new int[topology.vertexCount()];
        for (int i = 0; i < vertices.length; i++) {
            index[vertices[i]] = i;
        }
        return new Part(vertices, IntStream.of(corners).map(v -> index[v]).toArray());
    }
}
