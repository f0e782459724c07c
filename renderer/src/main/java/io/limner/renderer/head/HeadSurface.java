package io.limner.renderer.head;

/**
 * What a drawing device must know of a head pack once, before any face.
 *
 * @param topology of every head
 * @param casters triangles of a coarser mesh over the same vertices that casts the skin's shadow, 3 indices each
 * @param regions masks over its vertices
 * @param skinMap coarse colour of skin
 * @param colors the skin's own colours, or null for a head that is coloured by the scene alone
 */
public record HeadSurface(Topology topology, int[] casters, SkinRegions regions, SkinMap skinMap, HeadColors colors) {}
