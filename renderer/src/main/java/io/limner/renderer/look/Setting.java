package io.limner.renderer.look;

/**
 * What of the user's surrounds a subject.
 *
 * @param panorama what lights it, or null for a procedural environment
 * @param backdrop what is seen behind it, or null for another background
 * @param vista the panorama as it is seen behind the subject, or null if it is not
 */
public record Setting(Panorama panorama, Photograph backdrop, Vista vista) {
    /** All is procedural. */
    public static final Setting PROCEDURAL = new Setting(null, null, null);
}
