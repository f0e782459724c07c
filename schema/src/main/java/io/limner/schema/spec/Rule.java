package io.limner.schema.spec;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws some parameters otherwise where a condition holds.
 *
 * @param when the condition
 * @param then how these parameters are drawn there, by name; nothing that is counted or spread over the samples
 */
public record Rule(Formula when, Map<String, Distribution> then) {
    public Rule {
        then = Collections.unmodifiableMap(new TreeMap<>(then));
    }

    /** The rule as canonical JSON takes it. */
    Map<String, Object> json() {
        return Map.of("when", when.text(), "then", Recipe.json(then));
    }
}
