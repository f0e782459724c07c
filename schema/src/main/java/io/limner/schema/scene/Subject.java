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

    /** Archetype of the head data; an artist's, not a population statistic. */
    public enum Sex {
        FEMALE,
        MALE
    }

    /**
     * Weights of the three archetypes of the head data, each 0 to 1. They are used divided by their sum; if all are zero they
     * count as equal.
     */
    public record Ancestry(double african, double asian, double european) {}

    /**
     * What makes a person differ from the archetypes.
     *
     * @param seed chooses the person; 0 to 2^31-1
     * @param strength scale of the differences: 0 none, 1 natural
     * @param bodyMass 0 lean, 0.5 average, 1 heavy
     */
    public record Identity(long seed, double strength, double bodyMass) {}

    /**
     * Colour of skin and eyes.
     *
     * @param skinTone Monk skin tone, 1 (lightest) to 10 (darkest)
     * @param freckles 0 none to 1 dense
     * @param shine 0 matt to 1 oily
     * @param eyeColor colour of the iris
     */
    public record Complexion(int skinTone, double freckles, double shine, EyeColor eyeColor) {}

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
