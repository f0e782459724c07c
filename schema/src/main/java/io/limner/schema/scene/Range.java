package io.limner.schema.scene;

/** Refuses what lies outside a range. */
final class Range {
    /** Largest seed of a scene: 2^31 - 1. */
    static final long LARGEST_SEED = Integer.MAX_VALUE;

    private Range() {}

    /**
     * Throws unless {@code value} lies between the bounds, both included.
     *
     * @throws IllegalArgumentException otherwise, and on NaN
     */
    static void check(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be from " + min + " to " + max);
        }
    }

    /** Throws unless {@code seed} is one that a scene may hold. */
    static void checkSeed(String name, long seed) {
        if (seed < 0 || seed > LARGEST_SEED) {
            throw new IllegalArgumentException(name + " is " + seed + "; it must be from 0 to " + LARGEST_SEED);
        }
    }

    /** Throws unless {@code choice} is there. */
    static void checkPresent(String name, Object choice) {
        if (choice == null) {
            throw new IllegalArgumentException(name + " is missing; a scene is complete");
        }
    }
}
