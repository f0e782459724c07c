package io.limner.schema.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a dataset is composed of.
 *
 * @param samples how many rows, at least 1
 * @param recipe how their parameters are drawn; complete, defaults filled in
 * @param variants named parts that are drawn otherwise, in the order of their sample ids; none, or as many samples as there are rows
 * @param subjects how samples share a subject where a variant does not say otherwise
 * @param split how subjects are divided
 */
public record Composition(long samples, Recipe recipe, List<Variant> variants, Subjects subjects, Split split) {
    public Composition {
        if (samples < 1) {
            throw new IllegalArgumentException("A spec of " + samples + " samples is none: there must be 1 or more");
        }
        if (!recipe.parameters().keySet().equals(Set.copyOf(Parameters.names()))) {
            throw new IllegalArgumentException(
                    "A spec must say how each parameter of the catalogue is drawn, and no other");
        }
        variants = List.copyOf(variants);
        Set<String> names = new HashSet<>();
        long sum = 0;
        for (Variant variant : variants) {
            if (!names.add(variant.name()) || variant.samples() < 1) {
                throw new IllegalArgumentException("Variant '" + variant.name() + "' of " + variant.samples()
                        + " samples must have a name of its own and at least 1 sample");
            }
            sum = Math.addExact(sum, variant.samples());
        }
        if (!variants.isEmpty() && sum != samples) {
            throw new IllegalArgumentException("Variants of " + sum + " samples do not make " + samples);
        }
    }

    /** Samples with subjects of their own, all drawn alike. */
    public static Composition plain(long samples, Map<String, Distribution> parameters) {
        return new Composition(
                samples, new Recipe(parameters, List.of(), List.of()), List.of(), Subjects.SINGLE, Split.NONE);
    }

    /** The sections, in the order of their sample ids. */
    public List<Section> sections() {
        if (variants.isEmpty()) {
            return List.of(new Section("", 0, samples, recipe, subjects));
        }
        List<Section> sections = new ArrayList<>();
        long first = 0;
        for (Variant variant : variants) {
            sections.add(new Section(
                    variant.name(),
                    first,
                    variant.samples(),
                    recipe.with(variant.changes()),
                    variant.subjects().orElse(subjects)));
            first += variant.samples();
        }
        return sections;
    }

    /** The composition as canonical JSON takes it, keyed as in a spec; nothing for what is not there. */
    Map<String, Object> json() {
        Map<String, Object> said = new TreeMap<>(recipe.json());
        said.put("samples", samples);
        if (!variants.isEmpty()) {
            said.put("variants", variants.stream().map(Variant::json).toList());
        }
        if (subjects.samples() > 1) {
            said.put("per_subject", subjects.json());
        }
        if (!split.shares().isEmpty()) {
            said.put("split", split.shares());
        }
        return said;
    }
}
