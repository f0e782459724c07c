package io.limner.schema.design;

import io.limner.schema.spec.Value;
import java.util.function.Function;

/** How one parameter of a section gets its value. */
interface Draw {
    /**
     * The value.
     *
     * @param index of the sample in its section, or of its subject where the parameter is the same for a whole subject
     * @param attempt 0, or how often the sample fell into an exclusion before
     * @param others the sample's value of another parameter
     */
    Value value(long index, int attempt, Function<String, Value> others);
}
