package io.limner.schema.spec;

import java.util.Set;
import java.util.TreeSet;

/**
 * Consecutive samples that are drawn by one recipe: a variant, or the whole of a spec without variants.
 *
 * @param variant its name, or empty
 * @param first its first sample id
 * @param count how many samples
 * @param recipe how they are drawn; complete
 * @param subjects how they share a subject
 */
public record Section(String variant, long first, long count, Recipe recipe, Subjects subjects) {

    /**
     * The parameters that are drawn again where an exclusion holds: those that enter it and are drawn by chance. Of parameters that are
     * the same in all samples of a subject only if no others can be drawn again, and the whole subject is excluded with the sample.
     */
    public Set<String> redrawn(Formula exclusion) {
        Set<String> byChance = byChance(exclusion);
        Set<String> varied = new TreeSet<>(byChance);
        varied.removeIf(subjects::keeps);
        if (!varied.isEmpty()) {
            return varied;
        }
        return recipe.roots(exclusion.references()).stream().allMatch(subjects::keeps) ? byChance : Set.of();
    }

    /** The parameters that enter an exclusion and are drawn by chance. */
    Set<String> byChance(Formula exclusion) {
        Set<String> byChance = new TreeSet<>();
        for (String input : recipe.roots(exclusion.references())) {
            boolean drawn = recipe.ways(input).stream()
                    .anyMatch(way -> way instanceof Drawn own && !own.counted() && !(own instanceof Fixed));
            if (drawn) {
                byChance.add(input);
            }
        }
        return byChance;
    }
}
