package io.limner.renderer.head;

import io.limner.renderer.look.Setting;
import io.limner.schema.scene.Scene;

/**
 * One person in one pose, ready to be drawn.
 *
 * @param scene what the face was made from
 * @param setting what of the user's surrounds it
 * @param body the head without hair, and the points that labels are made from
 * @param strands hair, brows and lashes, with a topology of their own
 * @param worn glasses and all else that is worn or held, with topologies of their own
 */
public record Face(Scene scene, Setting setting, Deformed body, Strands strands, Worn worn) {

    /** Skin, eyes, teeth, tongue and clothing; its topology is the same for every face of a head pack. */
    public Mesh head() {
        return body.head();
    }

    /** The points that labels are made from. */
    public Anchors anchors() {
        return body.anchors();
    }
}
