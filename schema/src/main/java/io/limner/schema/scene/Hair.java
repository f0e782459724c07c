package io.limner.schema.scene;

/**
 * Hair of the scalp and the face.
 *
 * @param style cut of the scalp hair
 * @param color colour of scalp hair, brows and stubble
 * @param browDensity 0 (almost none) to 1 (bushy)
 * @param facial hair of the face
 * @param seed chooses the single strands; 0 to 2^31-1
 */
public record Hair(Style style, Color color, double browDensity, Facial facial, long seed) {
    public Hair {
        Range.checkPresent("hair.style", style);
        Range.checkPresent("hair.color", color);
        Range.check("hair.brow_density", browDensity, 0, 1);
        Range.checkPresent("hair.facial_style", facial);
        Range.checkSeed("hair.seed", seed);
    }

    /**
     * Beard and moustache.
     *
     * @param style their cut
     * @param length of their hairs, relative to what is usual for the cut
     * @param grey share of their hairs that is grey, 0 to 1
     * @param stubble shadow of a shaved beard, 0 none to 1 strong
     */
    public record Facial(FacialStyle style, double length, double grey, double stubble) {
        /** A face without hairs. */
        public static final Facial SHAVED = new Facial(FacialStyle.NONE, 1, 0, 0);

        public Facial {
            Range.checkPresent("hair.facial_style", style);
            Range.check("hair.facial_length", length, 0.5, 2);
            Range.check("hair.facial_grey", grey, 0, 1);
            Range.check("hair.stubble", stubble, 0, 1);
        }
    }

    /** Cut of the hair of the face. */
    public enum FacialStyle {
        NONE,
        STUBBLE,
        MOUSTACHE,
        GOATEE,
        VAN_DYKE,
        CHIN_STRAP,
        SIDEBURNS,
        SHORT_BEARD,
        FULL_BEARD
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
