package io.limner.schema.spec;

import java.util.List;

/** What must hold among the parameters of one section. */
final class SectionCheck {
    private final Section section;
    private final Subjects subjects;
    private final Written written;
    private final Problems problems;
    private final SectionExtents extents;

    SectionCheck(Section section, Written written, Problems problems) {
        this.section = section;
        this.subjects = section.subjects();
        this.written = written;
        this.problems = problems;
        this.extents = new SectionExtents(section, written, problems);
    }

    Recipe recipe() {
        return section.recipe();
    }

    /** Whether nothing depends on itself and every value is in its domain; else there are problems, and nothing else can be checked. */
    boolean sound() {
        return extents.sound();
    }

    /** What formulas can come to here. */
    Reach reach() {
        return extents.reach();
    }

    /** Whether a condition is one of this section's. */
    boolean mentions(Formula condition) {
        return recipe().exclusions().stream().anyMatch(own -> own == condition)
                || recipe().rules().stream().anyMatch(rule -> rule.when() == condition);
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
                            extents.culprit(List.of(kept)),
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

    /** What takes a file of the user's needs one. */
    void checkAssets(Assets assets) {
        for (AssetKind kind : AssetKind.values()) {
            Value user = Value.of(AssetKind.USER);
            if (!assets.of(kind).isEmpty()
                    || !(reach().parameters().get(kind.parameter()) instanceof Extent.Names names)
                    || !names.names().contains(user)) {
                continue;
            }
            Distribution way = recipe().ways(kind.parameter()).stream()
                    .filter(one -> one instanceof Drawn drawn && drawn.bounds().contains(user))
                    .findFirst()
                    .orElse(recipe().parameters().get(kind.parameter()));
            add(
                    way,
                    kind.parameter(),
                    "takes a file of your own, and the spec names none",
                    "add assets: { " + kind.key() + ": a-file-or-folder }");
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
        problems.add(written.of(what), key, rule, remedy);
    }
}
