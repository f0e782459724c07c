package io.limner.schema.spec;

import java.util.function.DoubleFunction;

/**
 * A distribution as a pure function from the unit interval, its quantile function. Who chooses the point in the unit interval (a hash, a
 * low-discrepancy sequence, a permutation) is the business of the design.
 */
public sealed interface Quantile extends Drawn permits Choice, Uniform, LogUniform, Normal, Beta, Bins, Spread {

    /**
     * The value at {@code u}.
     *
     * @param u 0 to 1, both exclusive
     */
    default Value at(double u) {
        return quantile().apply(u);
    }

    /** The quantile function, prepared to be called often: the values are those of {@link #at}. */
    DoubleFunction<Value> quantile();
}
