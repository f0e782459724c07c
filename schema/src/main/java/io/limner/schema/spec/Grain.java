package io.limner.schema.spec;

/** How finely the numbers of a parameter are drawn. */
public enum Grain {
    /** Multiples of 1e-6: short to read, and the same on machines whose logarithms differ in the last bit. */
    REAL,
    /** Whole numbers. */
    WHOLE;

    private static final double STEPS = 1e6;

    /** The nearest number of this grain, halves up; for {@link #WHOLE} exact, for {@link #REAL} the double nearest to it. */
    public double round(double value) {
        return this == WHOLE ? StrictMath.floor(value + 0.5) : StrictMath.floor(value * STEPS + 0.5) / STEPS;
    }

    /** The nearest number of this grain, kept between two bounds. */
    double round(double value, double low, double high) {
        return StrictMath.max(low, StrictMath.min(high, round(value)));
    }
}
