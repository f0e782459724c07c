package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.SkinRegions;
import io.limner.renderer.head.Topology;
import io.limner.schema.label.SegmentationClass;

/** The scalp's own triangles lifted into the hair: the dark depth between locks, so that no skin shows there. */
final class HairCap {
    private final Topology topology;
    private final SkinRegions regions;
    private final int[] vertices;
    private final int[] triangles;
    /** How far behind the hairline each vertex lies. */
    private final double[] inside;

    HairCap(Topology topology, SkinRegions regions) {
        this.topology = topology;
        this.regions = regions;
        int[] index = new int[topology.vertexCount()];
        int[] found = new int[topology.vertexCount()];
        int[] corners = topology.triangles();
        int[] kept = new int[corners.length];
        int count = 0;
        int size = 0;
        for (int t = 0; t < corners.length; t += 3) {
            float scalp = regions.scalp(corners[t]) + regions.scalp(corners[t + 1]) + regions.scalp(corners[t + 2]);
            if (scalp < 0.3) {
                continue;
            }
            for (int k = 0; k < 3; k++) {
                int v = corners[t + k];
                if (index[v] == 0) {
                    found[count++] = v;
                    index[v] = count;
                }
                kept[size++] = index[v] - 1;
            }
        }
        vertices = java.util.Arrays.copyOf(found, count);
        triangles = java.util.Arrays.copyOf(kept, size);
        inside = new double[count];
        double[] rest = new double[3];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < 3; k++) {
                rest[k] = topology.rest()[3 * vertices[i] + k];
            }
            inside[i] = Lock.inside(rest);
        }
    }

    void add(Lock lock, Mesh head, HeadFrame frame, Ribbons out) {
        if (lock.capped() == 0) {
            return;
        }
        double[] root = new double[3];
        double[] rest = new double[3];
        double[] p = new double[3];
        double[] normal = new double[3];
        double[] pattern = new double[3];
        int first = out.vertexCount();
        for (int i = 0; i < vertices.length; i++) {
            int v = vertices[i];
            frame.toHead(head.positions(), 3 * v, root);
            float[] n = head.normals();
            double density = regions.scalp(v);
            for (int k = 0; k < 3; k++) {
                rest[k] = topology.rest()[3 * v + k];
            }
            double height = -1.0 + (lock.cap(root, rest) + 1.0) * density * (0.12 + 0.88 * inside[i]);
            frame.directionToHead(n[3 * v], n[3 * v + 1], n[3 * v + 2], normal);
            for (int k = 0; k < 3; k++) {
                p[k] = root[k] + height * normal[k];
            }
            out.press(p);
            // Neither along nor across: its hairs follow the angle about the whorl.
            double angle = StrictMath.atan2(root[0], root[2] + 115);
            pattern[0] = root[1] / 40;
            pattern[2] = 0.5 + angle / (2 * StrictMath.PI);
            out.vertex(p, normal, pattern, 0.15 + 0.3 * inside[i]);
        }
        for (int t = 0; t < triangles.length; t += 3) {
            out.triangle(first + triangles[t], first + triangles[t + 1], first + triangles[t + 2], (byte)
                    SegmentationClass.HAIR.code());
        }
    }
}
