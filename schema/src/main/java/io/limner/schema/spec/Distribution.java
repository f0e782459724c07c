package io.limner.schema.spec;

import io.limner.schema.canonical.FlowYaml;
import java.util.List;
import java.util.Map;

/**
 * How the values of one parameter are drawn. A distribution is a pure function from the unit interval, its quantile
 * function; who chooses the point in the unit interval (a hash, a low-discrepancy sequence) is the business of the design.
 */
public sealed interface Distribution permits Fixed, Choice, Uniform, Normal, Grid {

    /**
     * The value at {@code u}.
     *
     * @param u 0 to 1, both exclusive
     */
    Value at(double u);

    /** Values such that every value drawn is legal if all of these are. */
    List<Value> bounds();

    /** The distribution as canonical JSON takes it: the keyword of the spec language and what it says. */
    Map<String, Object> json();

    /** The distribution as a spec says it, on one line: {@code { uniform: [18, 80] }}. */
    default String text() {
        return FlowYaml.write(json());
    }
}
