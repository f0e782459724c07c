package io.limner.schema.scene;

/**
 * Hair of the scalp and the face.
 *
 * @param style cut of the scalp hair
 * @param color colour of scalp hair, brows and stubble
 * @param browDensity 0 (almost none) to 1 (bushy)
 * @param stubble shadow of a shaved beard, 0 none to 1 strong
 * @param seed chooses the single strands; 0 to 2^31-1
 */
public record Hair(Style style, Color color, double browDensity, double stubble, long seed) {

    /** Cut of the scalp hair. */
    public enum Style {
        BALD,
        BUZZ,
        SHORT,
        SIDE_PART,
        CURLY,
        AFRO,
        BOB,
        LONG
    }

    /** Natural hair colours. */
    public enum Color {
        BLACK,
        DARK_BROWN,
        BROWN,
        AUBURN,
        BLOND,
        GREY,
        WHITE
    }
}
