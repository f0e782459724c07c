package io.limner.renderer.head;

import io.limner.schema.scene.Scene;

/**
 * One person in one pose, ready to be drawn.
 *
 * @param scene what the face was made from
 * @param head skin, eyes, teeth, tongue and clothing; its topology is the same for every face of a head pack
 * @param strands hair, brows and lashes, with a topology of their own
 * @param worn glasses and all else that is worn or held, with topologies of their own
 * @param anchors the points that labels are made from
 */
public record Face(Scene scene, Mesh head, Mesh strands, Worn worn, Anchors anchors) {}
