package io.limner.renderer.head;

/**
 * Hair, brows and lashes.
 *
 * @param mesh all of it
 * @param shown how many of its triangles, the first, are drawn; the others only cast shadows
 * @param firstCaster the first triangle of those that cast shadows, which are all from there on
 */
public record Strands(Mesh mesh, int shown, int firstCaster) {}
