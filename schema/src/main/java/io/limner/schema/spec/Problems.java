package io.limner.schema.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a spec, so that one reading tells all. */
final class Problems {
    private static final int MOST = 100;

    private final List<SpecProblem> found = new ArrayList<>();

    /** Something is wrong with what is written at {@code node}. */
    void add(SpecNode node, String key, String rule, String remedy) {
        add(new SpecProblem(node.mark().source(), node.mark().line(), key, node.text(), rule, remedy));
    }

    /** Something is wrong with a thing that stood at {@code place}; if it stood nowhere, with {@code key}. */
    void add(Written.Place place, String key, String rule, String remedy) {
        if (place.key().isEmpty()) {
            add(new SpecProblem(
                    place.node().mark().source(), place.node().mark().line(), key, "", rule, remedy));
        } else {
            add(place.node(), place.key(), rule, remedy);
        }
    }

    void add(SpecProblem problem) {
        if (found.size() < MOST && !found.contains(problem)) {
            found.add(problem);
        }
    }

    /** Ends the reading here if anything was wrong. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(SpecProblem::line));
            throw new SpecException(found);
        }
    }
}
