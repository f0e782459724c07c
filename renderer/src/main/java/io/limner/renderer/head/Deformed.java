package io.limner.renderer.head;

/**
 * A head without hair: one person, in one pose.
 *
 * @param surface what a drawing device must know of the head
 * @param head skin, eyes, teeth, tongue and clothing
 * @param anchors the points that labels are made from
 */
public record Deformed(HeadSurface surface, Mesh head, Anchors anchors) {}
