package io.limner.renderer.head;

/**
 * What a drawing device must know of a head pack once, before any face.
 *
 * @param topology of every head
 * @param regions masks over its vertices
 * @param skinMap coarse colour of skin
 */
public record HeadSurface(Topology topology, SkinRegions regions, SkinMap skinMap) {}
