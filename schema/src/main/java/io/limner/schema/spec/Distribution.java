package io.limner.schema.spec;

import io.limner.schema.canonical.FlowYaml;
import java.util.List;
import java.util.Map;

/** How the values of one parameter come about. */
public sealed interface Distribution permits Drawn, Derived {

    /** Values such that every value drawn is legal if all of these are; none where the values follow from others. */
    List<Value> bounds();

    /** The distribution as canonical JSON takes it: the keyword of the spec language and what it says. */
    Map<String, Object> json();

    /** The distribution as a spec says it, on one line: {@code { uniform: [18, 80] }}. */
    default String text() {
        return FlowYaml.write(json());
    }
}
