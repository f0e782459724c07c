package io.limner.schema.spec;

import java.util.Set;
import java.util.function.Function;

/** A value that follows from the values of other parameters of the same sample. */
public sealed interface Derived extends Distribution permits Copy, Computed {

    /** The parameters that it follows from. */
    Set<String> references();

    /**
     * The value of a sample.
     *
     * @param others the sample's value of another parameter, by name
     */
    Value of(Function<String, Value> others);
}
