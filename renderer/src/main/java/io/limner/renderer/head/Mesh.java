package io.limner.renderer.head;

/**
 * A mesh in its place.
 *
 * @param topology what does not move
 * @param positions world frame, mm, 3 a vertex
 * @param normals world frame, unit, 3 a vertex
 */
public record Mesh(Topology topology, double[] positions, float[] normals) {}
