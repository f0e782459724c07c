package io.limner.renderer.head;

import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Wear;
import java.util.Locale;

/**
 * A sparse displacement of the coarse mesh.
 *
 * @param name path in the head data, such as {@code nose/nose-hump-morehump}
 * @param vertices indices of the coarse vertices that move
 * @param deltas displacement, 3 a moved vertex, in steps of 0.1 mm
 */
public record MorphTarget(String name, int[] vertices, short[] deltas) {
    /** Length of a step, mm. */
    static final double STEP = 0.1;

    /** The name of the target that a movement of the face is. */
    public static String of(Blendshape movement) {
        return "faceunits/" + movement.arkitName();
    }

    /** The name of the target that makes the crew neck another cut. */
    public static String of(Wear.Cut cut) {
        return "clothing/" + cut.name().toLowerCase(Locale.ROOT);
    }

    /** Adds {@code weight} times this target to {@code positions} (mm, 3 a vertex). */
    public void add(double weight, double[] positions) {
        double scale = weight * STEP;
        int[] moved = vertices;
        short[] by = deltas;
        for (int i = 0, d = 0; i < moved.length; i++, d += 3) {
            int at = 3 * moved[i];
            positions[at] += scale * by[d];
            positions[at + 1] += scale * by[d + 1];
            positions[at + 2] += scale * by[d + 2];
        }
    }

    /** Adds {@code weight} times the displacement of the {@code i}-th moved vertex alone. */
    void addOne(int i, double weight, double[] positions) {
        for (int axis = 0; axis < 3; axis++) {
            positions[3 * vertices[i] + axis] += weight * STEP * deltas[3 * i + axis];
        }
    }
}
