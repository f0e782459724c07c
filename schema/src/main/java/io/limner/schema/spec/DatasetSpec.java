package io.limner.schema.spec;

import java.util.Map;
import java.util.Set;

/**
 * What a dataset is to contain.
 *
 * @param name lower-case identifier
 * @param seed root of all random values
 * @param samples how many rows
 * @param output what a row holds
 * @param parameters how each parameter of a scene is drawn, by its dotted name; complete, defaults filled in
 */
public record DatasetSpec(String name, long seed, long samples, Output output, Map<String, Distribution> parameters) {

    /** What a row holds. */
    public record Output(ImageSettings image, Set<LabelKind> labels) {}
}
