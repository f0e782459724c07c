package io.limner.schema.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold among the parameters of one section. */
final class SectionCheck {
    private final Section section;
    private final Subjects subjects;
    private final Written written;
    private final Problems problems;
    private final Map<String, Extent> extents = new HashMap<>();
    private final boolean sound;

    SectionCheck(Section section, Written written, Problems problems) {
        this.section = section;
        this.subjects = section.subjects();
        this.written = written;
        this.problems = problems;
        boolean all = true;
        for (String parameter : recipe().parameters().keySet()) {
            all &= resolve(parameter, new LinkedHashSet<>());
        }
        this.sound = all;
    }

    Recipe recipe() {
        return section.recipe();
    }

    /** Whether nothing depends on itself and every value is in its domain; else there are problems, and nothing else can be checked. */
    boolean sound() {
        return sound;
    }

    /** What formulas can come to here. */
    Reach reach() {
        return new Reach(extents);
    }

    /** Whether a condition is one of this section's. */
    boolean mentions(Formula condition) {
        return recipe().exclusions().stream().anyMatch(own -> own == condition)
                || recipe().rules().stream().anyMatch(rule -> rule.when() == condition);
    }

    private boolean resolve(String parameter, Set<String> open) {
        if (extents.containsKey(parameter)) {
            return true;
        }
        if (!open.add(parameter)) {
            List<String> round = new ArrayList<>(open);
            round.add(parameter);
            add(
                    culprit(round),
                    parameter,
                    "follows from itself: "
                            + String.join(" <- ", round.subList(round.indexOf(parameter), round.size())),
                    "draw one of them by itself");
            return false;
        }
        for (String other : recipe().references(parameter)) {
            if (!resolve(other, open)) {
                return false;
            }
        }
        open.remove(parameter);
        Extent all = null;
        for (Distribution way : recipe().ways(parameter)) {
            Optional<Extent> extent = extent(parameter, way);
            if (extent.isEmpty()) {
                return false;
            }
            all = all == null ? extent.get() : all.or(extent.get());
        }
        extents.put(parameter, all);
        return true;
    }

    /** The first thing in a round that somebody wrote. */
    private Object culprit(List<String> round) {
        for (String parameter : round) {
            for (Distribution way : recipe().ways(parameter)) {
                if (way instanceof Derived) {
                    return way;
                }
            }
            for (Rule rule : recipe().rules()) {
                if (rule.then().containsKey(parameter)) {
                    return rule.when();
                }
            }
        }
        return section;
    }

    private Optional<Extent> extent(String parameter, Distribution way) {
        if (way instanceof Drawn drawn) {
            return Optional.of(Extent.of(drawn.bounds()));
        }
        Domain domain = Parameters.named(parameter).domain();
        Optional<Extent> extent;
        if (way instanceof Copy copy) {
            Extent source = extents.get(copy.source());
            extent = Optional.of(
                    source instanceof Extent.Interval range
                            ? new Extent.Interval(range.min() + copy.offset(), range.max() + copy.offset())
                            : source);
        } else {
            extent = reach().of(((Computed) way).formula());
        }
        if (extent.isEmpty()) {
            add(way, parameter, "may divide by zero", "add to the divisor what keeps it away from 0");
        } else if ((extent.get() instanceof Extent.Names) != (domain instanceof Domain.Names)
                || !extent.get().within(domain)) {
            add(
                    way,
                    parameter,
                    "can come to " + extent.get().text() + ", and must be from " + domain.text()
                            + (domain.unit().isEmpty() ? "" : " " + domain.unit()),
                    "keep it inside, as in max(a, min(b, ...))");
            return Optional.empty();
        }
        return extent;
    }

    /** Quotas must come out exactly, and a rule has nothing to count over. */
    void checkCounts() {
        if (section.count() % subjects.samples() != 0) {
            add(
                    section,
                    "per_subject",
                    subjects.samples() + " samples of each subject do not make the " + section.count() + " samples"
                            + ofVariant(),
                    "make the samples a multiple of " + subjects.samples());
            return;
        }
        recipe().parameters().forEach((parameter, way) -> {
            if (way instanceof Quota quota && !quota.equal()) {
                checkQuota(parameter, quota);
            }
        });
        for (Rule rule : recipe().rules()) {
            rule.then().forEach((parameter, way) -> {
                if (way instanceof Spread || (way instanceof Drawn drawn && drawn.counted())) {
                    add(
                            way,
                            parameter,
                            "cannot be counted out where a condition holds",
                            "use a variant, or choice or uniform");
                }
            });
        }
    }

    private void checkQuota(String parameter, Quota quota) {
        if (quota.sum() != section.count()) {
            add(
                    quota,
                    parameter,
                    "cannot be met: the counts add up to " + quota.sum() + ", and there are " + section.count()
                            + " samples" + ofVariant(),
                    "write counts that add up to " + section.count() + ", or a list for equal ones");
        } else if (subjects.keeps(parameter)
                && quota.counts().values().stream().anyMatch(count -> count % subjects.samples() != 0)) {
            add(
                    quota,
                    parameter,
                    "cannot be met: every subject has " + subjects.samples() + " samples",
                    "write counts that are multiples of " + subjects.samples());
        }
    }

    /** What is the same in all samples of a subject must not follow from what is not. */
    void checkKept() {
        for (String kept : subjects.kept()) {
            for (String other : recipe().references(kept)) {
                if (!subjects.keeps(other)) {
                    add(
                            culprit(List.of(kept)),
                            kept,
                            "is to be the same for all samples of a subject, but follows from " + other
                                    + ", which is not",
                            "keep both, or vary both, under per_subject");
                }
            }
        }
    }

    /** An exclusion must leave something, and something that it mentions must be drawn by chance. */
    void checkExclusions() {
        for (Formula exclusion : recipe().exclusions()) {
            if (!reach().possible(exclusion, false)) {
                add(exclusion, "exclude", "leaves no sample" + ofVariant(), "exclude less");
            } else if (section.redrawn(exclusion).isEmpty()) {
                boolean kept = !section.byChance(exclusion).isEmpty();
                add(
                        exclusion,
                        "exclude",
                        kept
                                ? "would draw " + String.join(", ", section.byChance(exclusion))
                                        + " again for one sample" + ofVariant()
                                        + ", but all samples of a subject share it"
                                : "mentions only what is fixed or counted" + ofVariant()
                                        + ", which cannot be drawn again",
                        kept
                                ? "vary it under per_subject, or keep all that the exclusion mentions"
                                : "remove the values from the grid or the quota instead");
            }
        }
    }

    /** A split by subject needs subjects that differ. */
    void checkIdentity() {
        String who = "subject.identity_seed";
        Distribution way = recipe().parameters().get(who);
        boolean wide = way.equals(Parameters.named(who).standard().varied());
        if (!wide || recipe().ways(who).size() > 1) {
            add(
                    way,
                    who,
                    "can repeat people, so that a split by subject would put one person into several parts",
                    "leave it out, and say with per_subject how many samples a subject has");
        } else if (subjects.samples() > 1 && !subjects.keeps(who)) {
            add(way, who, "varies within a subject, and a split is by subject", "keep it under per_subject");
        }
    }

    private String ofVariant() {
        return section.variant().isEmpty() ? "" : " of variant " + section.variant();
    }

    private void add(Object what, String key, String rule, String remedy) {
        Written.Place place = written.of(what);
        String name = place.key().isEmpty() ? key : place.key();
        if (place.key().isEmpty()) {
            problems.add(new SpecProblem(
                    place.node().mark().source(), place.node().mark().line(), name, "", rule, remedy));
        } else {
            problems.add(place.node(), name, rule, remedy);
        }
    }
}
