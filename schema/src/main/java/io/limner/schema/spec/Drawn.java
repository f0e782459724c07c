package io.limner.schema.spec;

/** A distribution of its own, which no other parameter enters. */
public sealed interface Drawn extends Distribution permits Fixed, Grid, Quota, Quantile {

    /** Whether its values are counted out over the samples, and not drawn for each: such values cannot be drawn again. */
    default boolean counted() {
        return this instanceof Grid || this instanceof Bins || this instanceof Quota;
    }
}
