package io.limner.schema.scene;

/**
 * Hair of the scalp and the face.
 *
 * @param scalp cut and growth of the scalp hair
 * @param shade colour of scalp hair, brows and stubble
 * @param browDensity 0 (almost none) to 1 (bushy)
 * @param facial hair of the face
 * @param seed chooses the single strands; 0 to 2^31-1
 */
public record Hair(Scalp scalp, Shade shade, double browDensity, Facial facial, long seed) {
    public Hair {
        Range.checkPresent("hair.style", scalp);
        Range.checkPresent("hair.color", shade);
        Range.check("hair.brow_density", browDensity, 0, 1);
        Range.checkPresent("hair.facial_style", facial);
        Range.checkSeed("hair.seed", seed);
    }

    /**
     * Scalp hair.
     *
     * @param style its cut
     * @param length relative to what is usual for the cut
     * @param curl 0 straight to 1 coily
     * @param density 0.2 thin to 1 full
     * @param parting where it is parted, -1 far on the subject's right to 1 far on the left
     */
    public record Scalp(Style style, double length, double curl, double density, double parting) {
        public Scalp {
            Range.checkPresent("hair.style", style);
            Range.check("hair.length", length, 0.5, 2);
            Range.check("hair.curl", curl, 0, 1);
            Range.check("hair.density", density, 0.2, 1);
            Range.check("hair.parting", parting, -1, 1);
        }

        /** How curly the hair is drawn: some cuts are those of curly hair. */
        public double drawnCurl() {
            return Math.max(style.leastCurl(), curl);
        }

        /** Straight, full hair of that cut. */
        public static Scalp of(Style style) {
            return new Scalp(style, 1, 0, 1, 0.4);
        }
    }

    /**
     * Colour.
     *
     * @param color of hair that is not grey yet
     * @param greyAge age at which half of the scalp's hairs are grey, years
     */
    public record Shade(Color color, double greyAge) {
        /** Years about the age of half in which most hairs turn. */
        private static final double PACE = 4.5;

        public Shade {
            Range.checkPresent("hair.color", color);
            Range.check("hair.grey_age", greyAge, 10, 150);
        }

        /** Share of the scalp's hairs that are grey at {@code age} (years), 0 to 1: a logistic curve. */
        public double grey(double age) {
            return 1 / (1 + StrictMath.exp((greyAge - age) / PACE));
        }
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
        SLICKED_BACK;

        /** How curly hair of this cut is at least, 0 to 1. */
        public double leastCurl() {
            return this == AFRO ? 0.95 : this == CURLY ? 0.62 : 0;
        }
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
