package io.limner.renderer.look;

/**
 * What of the user's surrounds a subject.
 *
 * @param panorama what lights it, or null for a procedural environment
 * @param backdrop what is seen behind it, or null for a procedural background
 */
public record Setting(Panorama panorama, Photograph backdrop) {
    /** All is procedural. */
    public static final Setting PROCEDURAL = new Setting(null, null);
}
