package io.limner.renderer.head;

import java.util.List;

/**
 * What is worn or held, as closed surfaces. Of a vertex, {@code rest} of the topology holds the colour (linear sRGB, 0 to 1) and
 * {@code uv} the place on a cloth's pattern, mm.
 *
 * @param mesh the surfaces
 * @param finishes roughness (0 to 1) and kind (1 metal, 0 plastic, below 0 a fabric: {@code wear.comp} knows them), 2 a vertex
 * @param shown how many triangles are seen; those after them only cast shadow
 * @param lenses of glasses: two, or none
 * @param cover how it lies on the hair
 */
public record Worn(Mesh mesh, float[] finishes, int shown, List<Lens> lenses, Cover cover) {
    /** Nothing. */
    public static final Worn NOTHING = new Worn(
            new Mesh(
                    new Topology(new int[0], new byte[0], new float[0], new float[0], new float[0]),
                    new double[0],
                    new float[0]),
            new float[0],
            0,
            List.of(),
            Cover.NONE);

    public Worn {
        lenses = List.copyOf(lenses);
    }
}
