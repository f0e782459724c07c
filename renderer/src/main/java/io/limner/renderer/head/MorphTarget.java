package io.limner.renderer.head;

/**
 * A sparse displacement of the coarse mesh.
 *
 * @param name path in the head data, such as {@code nose/nose-hump-morehump}
 * @param vertices indices of the coarse vertices that move
 * @param deltas displacement, 3 a moved vertex, in steps of 0.1 mm
 */
public record MorphTarget(String name, int[] vertices, short[] deltas) {
    private static final double STEP = 0.1;

    /** Adds {@code weight} times this target to {@code positions} (mm, 3 a vertex). */
    public void add(double weight, double[] positions) {
        double scale = weight * STEP;
        for (int i = 0, d = 0; i < vertices.length; i++) {
            int at = 3 * vertices[i];
            positions[at] += scale * deltas[d++];
            positions[at + 1] += scale * deltas[d++];
            positions[at + 2] += scale * deltas[d++];
        }
    }
}
