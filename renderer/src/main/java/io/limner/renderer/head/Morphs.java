package io.limner.renderer.head;

import java.util.LinkedHashMap;
import java.util.Map;

/** Weights of morph targets, added up by name in the order in which they came. */
final class Morphs {
    private final Map<String, MorphTarget> targets;
    private final Map<String, Double> weights = new LinkedHashMap<>();

    Morphs(Map<String, MorphTarget> targets) {
        this.targets = targets;
    }

    /** Adds {@code weight} to the weight of {@code name}. */
    Morphs add(String name, double weight) {
        if (weight != 0) {
            if (!targets.containsKey(name)) {
                throw new IllegalArgumentException("The head pack has no morph target " + name);
            }
            weights.merge(name, weight, Double::sum);
        }
        return this;
    }

    /** Moves {@code positions} (mm, 3 a coarse vertex). */
    void apply(double[] positions) {
        weights.forEach((name, weight) -> targets.get(name).add(weight, positions));
    }
}
