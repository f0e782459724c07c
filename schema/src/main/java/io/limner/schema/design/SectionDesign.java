package io.limner.schema.design;

import io.limner.schema.spec.Formula;
import io.limner.schema.spec.Section;
import io.limner.schema.spec.Split;
import io.limner.schema.spec.Subjects;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The samples of one section, by their index in it. */
final class SectionDesign {
    private final Section section;
    private final Subjects subjects;
    private final long firstSubject;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Draw[] draws;
    private final boolean[] kept;
    private final Redraws[] redraws;
    private final Redraws ofSubjects = new Redraws();
    private final Redraws ofSamples = new Redraws();
    private final RandomStream split;

    /** Exclusions that draw the same parameters again. */
    private static final class Redraws {
        private final List<Formula> exclusions = new ArrayList<>();
    }

    /** The samples of {@code section}, whose first subject has the number {@code firstSubject} in the dataset. */
    SectionDesign(long seed, Section section, long firstSubject) {
        this.section = section;
        this.firstSubject = firstSubject;
        this.subjects = section.subjects();
        Draws make = new Draws(seed, section);
        int count = section.recipe().parameters().size();
        this.draws = new Draw[count];
        this.kept = new boolean[count];
        this.redraws = new Redraws[count];
        for (String name : section.recipe().parameters().keySet()) {
            int number = numbers.size();
            numbers.put(name, number);
            draws[number] = make.of(name);
            kept[number] = subjects.keeps(name);
        }
        for (Formula exclusion : section.recipe().exclusions()) {
            Set<String> redrawn = section.redrawn(exclusion);
            boolean whole = redrawn.stream().allMatch(subjects::keeps);
            Redraws again = whole ? ofSubjects : ofSamples;
            again.exclusions.add(exclusion);
            redrawn.forEach(name -> redraws[numbers.get(name)] = again);
        }
        this.split = make.stream("split");
    }

    Section section() {
        return section;
    }

    /** Which subject of the dataset its first one is. */
    long firstSubject() {
        return firstSubject;
    }

    /** The values of one sample, each computed when it is asked for. */
    Resolution sample(long index) {
        return new Resolution(index);
    }

    /** The part of a subject, by its index in the section. */
    String part(Split shares, long subject) {
        int sum = shares.sum();
        return shares.part((int) new KeyedPermutation(split.below(subject / sum), sum).at(subject % sum));
    }

    /** The values of a sample; of one thread. */
    final class Resolution {
        private final long index;
        private final Value[] known = new Value[draws.length];
        private final Function<String, Value> others = this::of;
        private int subjectAttempt = -1;
        private int sampleAttempt = -1;

        private Resolution(long index) {
            this.index = index;
        }

        /** The value of a parameter. */
        Value of(String parameter) {
            int number = numbers.get(parameter);
            Value value = known[number];
            if (value == null) {
                long at = kept[number] ? index / subjects.samples() : index;
                value = draws[number].value(at, attempt(redraws[number]), others);
                known[number] = value;
            }
            return value;
        }

        private int attempt(Redraws again) {
            if (again == ofSubjects) {
                if (subjectAttempt < 0) {
                    subjectAttempt = 0;
                    settle(ofSubjects);
                }
                return subjectAttempt;
            }
            if (again == ofSamples) {
                if (sampleAttempt < 0) {
                    sampleAttempt = 0;
                    settle(ofSamples);
                }
                return sampleAttempt;
            }
            return 0;
        }

        /** Draws again until no exclusion holds. */
        private void settle(Redraws again) {
            int attempt = 0;
            while (again.exclusions.stream().anyMatch(exclusion -> exclusion.holds(others))) {
                if (++attempt > SceneDesign.MOST_ATTEMPTS) {
                    throw new ExhaustedException(section, index);
                }
                if (again == ofSubjects) {
                    subjectAttempt = attempt;
                } else {
                    sampleAttempt = attempt;
                }
                Arrays.fill(known, null);
            }
        }
    }
}
