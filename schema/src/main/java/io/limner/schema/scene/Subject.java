package io.limner.schema.scene;

/**
 * Who is drawn.
 *
 * @param age years, 3 to 90
 * @param sex the artists' archetype that shapes face and neck
 * @param ancestry weights of the artists' three ancestry archetypes
 * @param identity what makes this person differ from the archetypes
 * @param complexion colour of skin and eyes
 */
public record Subject(double age, Sex sex, Ancestry ancestry, Identity identity, Complexion complexion) {
    public Subject {
        Range.checkPresent("subject.sex", sex);
        Range.checkPresent("subject.ancestry", ancestry);
        Range.checkPresent("subject.identity", identity);
        Range.checkPresent("subject.complexion", complexion);
        Range.check("subject.age", age, 3, 90);
    }

    /** Archetype of the head data; an artist's, not a population statistic. */
    public enum Sex {
        FEMALE,
        MALE
    }

    /** Where the shape of a head comes from. */
    public enum Head {
        MAKEHUMAN,
        USER
    }

    /**
     * Weights of the three archetypes of the head data, each 0 to 1. They are used divided by their sum; if all are zero they
     * count as equal.
     */
    public record Ancestry(double african, double asian, double european) {
        public Ancestry {
            Range.check("subject.ancestry.african", african, 0, 1);
            Range.check("subject.ancestry.asian", asian, 0, 1);
            Range.check("subject.ancestry.european", european, 0, 1);
        }
    }

    /**
     * What makes a person differ from the archetypes.
     *
     * @param seed chooses the person; 0 to 2^31-1
     * @param strength scale of the differences: 0 none, 1 natural, at most 1.5
     * @param bodyMass 0 lean, 0.5 average, 1 heavy
     * @param dimorphism how far the shape goes from between the sexes, 0, to the archetype of the subject's sex, 1
     * @param head where the shape comes from; a head of the user's has its own, which seed, strength, body mass and dimorphism leave alone
     */
    public record Identity(long seed, double strength, double bodyMass, double dimorphism, Head head) {
        public Identity {
            Range.checkPresent("subject.head", head);
            Range.checkSeed("subject.identity_seed", seed);
            Range.check("subject.identity_strength", strength, 0, 1.5);
            Range.check("subject.body_mass", bodyMass, 0, 1);
            Range.check("subject.dimorphism", dimorphism, 0, 1);
        }
    }

    /**
     * Colour of skin and eyes.
     *
     * @param skinTone Monk skin tone, 1 (lightest) to 10 (darkest)
     * @param skin what lies on the skin
     * @param eyeColor colour of the iris
     * @param makeup what is put on it
     */
    public record Complexion(int skinTone, Skin skin, EyeColor eyeColor, Makeup makeup) {
        public Complexion {
            Range.checkPresent("subject.freckles", skin);
            Range.checkPresent("subject.eye_color", eyeColor);
            Range.checkPresent("subject.lipstick", makeup);
            Range.check("subject.skin_tone", skinTone, 1, 10);
        }
    }

    /**
     * What lies on the skin.
     *
     * @param freckles 0 none to 1 dense
     * @param blemishes spots of inflamed skin, 0 none to 1 many
     * @param wrinkles lines and age spots relative to what is usual at the subject's age, 0 none to 2
     * @param shine 0 matt to 1 oily
     */
    public record Skin(double freckles, double blemishes, double wrinkles, double shine) {
        public Skin {
            Range.check("subject.freckles", freckles, 0, 1);
            Range.check("subject.blemishes", blemishes, 0, 1);
            Range.check("subject.wrinkles", wrinkles, 0, 2);
            Range.check("subject.shine", shine, 0, 1);
        }
    }

    /**
     * Make-up.
     *
     * @param lips on the lips
     * @param lids on the upper lids
     * @param eyeliner along the upper lashes, 0 none to 1 black
     * @param blush on the cheeks, 0 none to 1 strong
     */
    public record Makeup(Lipstick lips, EyeShadow lids, double eyeliner, double blush) {
        public Makeup {
            Range.checkPresent("subject.lipstick", lips);
            Range.checkPresent("subject.eye_shadow", lids);
            Range.check("subject.eyeliner", eyeliner, 0, 1);
            Range.check("subject.blush", blush, 0, 1);
        }
    }

    /**
     * Lipstick.
     *
     * @param strength 0 none to 1 opaque
     * @param color its colour
     */
    public record Lipstick(double strength, LipstickColor color) {
        public Lipstick {
            Range.check("subject.lipstick", strength, 0, 1);
            Range.checkPresent("subject.lipstick_color", color);
        }
    }

    /** Colour of lipstick. */
    public enum LipstickColor {
        NUDE,
        PINK,
        CORAL,
        RED,
        PLUM,
        BROWN
    }

    /**
     * Eye shadow.
     *
     * @param strength 0 none to 1 strong
     * @param color its colour
     */
    public record EyeShadow(double strength, EyeShadowColor color) {
        public EyeShadow {
            Range.check("subject.eye_shadow", strength, 0, 1);
            Range.checkPresent("subject.eye_shadow_color", color);
        }
    }

    /** Colour of eye shadow. */
    public enum EyeShadowColor {
        BROWN,
        GREY,
        PLUM,
        BLUE
    }

    /** Colour of the iris. */
    public enum EyeColor {
        DARK_BROWN,
        BROWN,
        HAZEL,
        GREEN,
        BLUE,
        GREY
    }
}
