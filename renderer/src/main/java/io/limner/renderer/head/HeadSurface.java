package io.limner.renderer.head;

/**
 * What a drawing device must know of a head pack once, before any face.
 *
 * @param topology of every head
 * @param casters triangles of a coarser mesh over the same vertices that casts the skin's shadow, 3 indices each
 * @param regions masks over its vertices
 * @param skinMap coarse colour of skin
 */
public record HeadSurface(Topology topology, int[] casters, SkinRegions regions, SkinMap skinMap) {}
