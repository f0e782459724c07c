package io.limner.schema.scene;

/**
 * What is seen behind the subject.
 *
 * @param style kind of picture
 * @param seed chooses its colours and forms, or the user's picture; 0 to 2^31-1
 */
public record Background(Style style, long seed) {
    public Background {
        Range.checkPresent("background.style", style);
        Range.checkSeed("background.seed", seed);
    }

    /** Kinds of background: procedural, a picture of the user's, or what lights the subject. */
    public enum Style {
        PLAIN,
        GRADIENT,
        BOKEH,
        ROOM,
        OUTDOOR,
        TEXTURE,
        OFFICE,
        STREET,
        NIGHT_STREET,
        USER,
        ENVIRONMENT
    }
}
