package io.limner.schema.spec;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A named part of a dataset, drawn otherwise than the rest.
 *
 * @param name lower-case identifier, in a spec only once
 * @param samples how many, at least 1
 * @param changes what is other than in the base: some parameters, more rules, more exclusions
 * @param subjects how its samples share a subject; empty for as in the base
 */
public record Variant(String name, long samples, Recipe changes, Optional<Subjects> subjects) {

    /** The variant as canonical JSON takes it. */
    Map<String, Object> json() {
        Map<String, Object> said = new TreeMap<>(changes.json());
        said.put("name", name);
        said.put("samples", samples);
        subjects.ifPresent(other -> said.put("per_subject", other.json()));
        return said;
    }
}
