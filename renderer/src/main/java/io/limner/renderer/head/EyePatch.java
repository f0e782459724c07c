package io.limner.renderer.head;

/** The visible part of an eyeball: rings about the gaze axis of a unit sphere, from its pole to a little behind its equator. */
final class EyePatch {
    private static final int SEGMENTS = 32;
    private static final int RINGS = 24;
    private static final double LAST_RING = 105;

    static final int VERTICES = 1 + RINGS * SEGMENTS;
    static final int TRIANGLES = SEGMENTS * (2 * RINGS - 1);

    private EyePatch() {}

    /** Unit directions, 3 a vertex; z along the gaze. */
    static double[] directions() {
        double[] out = new double[3 * VERTICES];
        out[2] = 1;
        for (int ring = 1; ring <= RINGS; ring++) {
            double polar = StrictMath.toRadians(LAST_RING * ring / RINGS);
            for (int s = 0; s < SEGMENTS; s++) {
                double around = 2 * Math.PI * s / SEGMENTS;
                int at = 3 * (1 + (ring - 1) * SEGMENTS + s);
                out[at] = StrictMath.sin(polar) * StrictMath.cos(around);
                out[at + 1] = StrictMath.sin(polar) * StrictMath.sin(around);
                out[at + 2] = StrictMath.cos(polar);
            }
        }
        return out;
    }

    /** Vertex indices, 3 a triangle, counter-clockwise from outside, counted from {@code first}. */
    static int[] triangles(int first) {
        int[] out = new int[3 * TRIANGLES];
        int at = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            for (int s = 0; s < SEGMENTS; s++) {
                int next = (s + 1) % SEGMENTS;
                int outer = first + 1 + ring * SEGMENTS;
                int inner = outer - SEGMENTS;
                if (ring == 0) {
                    out[at++] = first;
                    out[at++] = outer + s;
                    out[at++] = outer + next;
                } else {
                    out[at++] = inner + s;
                    out[at++] = outer + s;
                    out[at++] = outer + next;
                    out[at++] = inner + s;
                    out[at++] = outer + next;
                    out[at++] = inner + next;
                }
            }
        }
        return out;
    }
}
