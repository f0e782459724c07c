package io.limner.schema.design;

import io.limner.schema.spec.Formula;
import io.limner.schema.spec.Section;
import io.limner.schema.spec.Split;
import io.limner.schema.spec.Subjects;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The samples of one section, by their index in it. */
final class SectionDesign {
    private final Section section;
    private final Subjects subjects;
    private final Map<String, Draw> draws = new TreeMap<>();
    private final Redraws ofSubjects = new Redraws();
    private final Redraws ofSamples = new Redraws();
    private final RandomStream split;

    /** Exclusions, the parameters that are drawn again where one holds, and those whose values may change by it. */
    private static final class Redraws {
        private final List<Formula> exclusions = new ArrayList<>();
        private final Set<String> drawn = new HashSet<>();
    }

    SectionDesign(long seed, Section section, Subjects subjects) {
        this.section = section;
        this.subjects = subjects;
        Draws make = new Draws(seed, section, subjects);
        section.recipe().parameters().keySet().forEach(name -> draws.put(name, make.of(name)));
        for (Formula exclusion : section.recipe().exclusions()) {
            Set<String> redrawn = section.redrawn(exclusion, subjects);
            boolean whole = redrawn.stream().allMatch(subjects::keeps);
            Redraws redraws = whole ? ofSubjects : ofSamples;
            redraws.exclusions.add(exclusion);
            redraws.drawn.addAll(redrawn);
        }
        this.split = make.stream("split");
    }

    Section section() {
        return section;
    }

    Set<String> parameters() {
        return draws.keySet();
    }

    /** The values of one sample, each computed when it is asked for. */
    Resolution sample(long index) {
        return new Resolution(index);
    }

    /** The part of a subject, by its index in the section. */
    String part(Split shares, long subject) {
        int sum = shares.sum();
        RandomStream block = new RandomStream(split.bits(subject / sum) >>> 1, "split");
        return shares.part((int) new KeyedPermutation(block, sum).at(subject % sum));
    }

    /** The values of a sample; of one thread. */
    final class Resolution {
        private final long index;
        private final Map<String, Value> known = new HashMap<>();
        private int subjectAttempt = -1;
        private int sampleAttempt = -1;

        private Resolution(long index) {
            this.index = index;
        }

        /** The value of a parameter. */
        Value of(String parameter) {
            Value value = known.get(parameter);
            if (value == null) {
                value = draws.get(parameter).value(at(parameter), attempt(parameter), this::of);
                known.put(parameter, value);
            }
            return value;
        }

        private long at(String parameter) {
            return subjects.keeps(parameter) ? index / subjects.samples() : index;
        }

        private int attempt(String parameter) {
            if (ofSubjects.drawn.contains(parameter)) {
                if (subjectAttempt < 0) {
                    subjectAttempt = 0;
                    settle(ofSubjects);
                }
                return subjectAttempt;
            }
            if (ofSamples.drawn.contains(parameter)) {
                if (sampleAttempt < 0) {
                    sampleAttempt = 0;
                    settle(ofSamples);
                }
                return sampleAttempt;
            }
            return 0;
        }

        /** Draws again until no exclusion holds. */
        private void settle(Redraws redraws) {
            int attempt = 0;
            while (redraws.exclusions.stream().anyMatch(exclusion -> exclusion.holds(this::of))) {
                if (++attempt > SceneDesign.MOST_ATTEMPTS) {
                    throw new ExhaustedException(section, index);
                }
                if (redraws == ofSubjects) {
                    subjectAttempt = attempt;
                } else {
                    sampleAttempt = attempt;
                }
                known.clear();
            }
        }
    }
}
