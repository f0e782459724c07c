package io.limner.schema.spec;

import io.limner.schema.scene.Scene;
import java.util.Locale;
import java.util.function.Function;

/**
 * One thing that a spec can say about a scene.
 *
 * @param name dotted, snake_case
 * @param domain kind, range or choices, and unit
 * @param standard how it is drawn where a spec does not say
 * @param in its value in a scene
 * @param meaning one line
 */
public record Parameter(String name, Domain domain, Standard standard, Function<Scene, Value> in, String meaning) {

    /**
     * What a parameter is where a spec does not say.
     *
     * @param varied distribution under {@code defaults: varied}
     * @param neutral value under {@code defaults: neutral}
     */
    public record Standard(Drawn varied, Value neutral) {}

    /** The name of its column in a dataset: the dots become underscores. */
    public String column() {
        return name.replace('.', '_').toLowerCase(Locale.ROOT);
    }
}
