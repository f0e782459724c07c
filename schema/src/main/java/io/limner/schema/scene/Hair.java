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
    public Hair {
        Range.checkPresent("hair.style", style);
        Range.checkPresent("hair.color", color);
        Range.check("hair.brow_density", browDensity, 0, 1);
        Range.check("hair.stubble", stubble, 0, 1);
        Range.checkSeed("hair.seed", seed);
    }

    /** Cut of the scalp hair. */
    public enum Style {
        BALD,
        BUZZ,
        SHORT,
        SIDE_PART,
        CURLY,
        AFRO,
        BOB,
        LONG,
        CREW_CUT,
        PIXIE,
        SLICKED_BACK
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
