package io.limner.renderer.head;

/**
 * A head without hair: one person, in one pose.
 *
 * @param head skin, eyes, teeth, tongue and clothing
 * @param anchors the points that labels are made from
 */
public record Deformed(Mesh head, Anchors anchors) {}
