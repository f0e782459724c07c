package io.limner.renderer.head;

/**
 * Hair, brows and lashes.
 *
 * @param mesh all of it
 * @param shown how many of its triangles, the first, are drawn
 * @param firstCaster the first triangle of those that cast shadows, which are all from there on up to those that are hidden
 * @param firstHidden the first triangle of those that other surfaces hide from the camera for sure, which are all from there on
 */
public record Strands(Mesh mesh, int shown, int firstCaster, int firstHidden) {
    /** No strands. */
    public static Strands none(Mesh empty) {
        return new Strands(empty, 0, 0, 0);
    }
}
