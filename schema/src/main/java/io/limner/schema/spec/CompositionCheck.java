package io.limner.schema.spec;

import java.util.List;

/** What must hold for a spec as a whole, beyond what each of its keys says. */
final class CompositionCheck {
    private final Composition composition;
    private final Written written;
    private final Problems problems;

    CompositionCheck(Composition composition, Written written, Problems problems) {
        this.composition = composition;
        this.written = written;
        this.problems = problems;
    }

    /** Whatever is wrong is a problem. */
    void check(Assets assets) {
        List<SectionCheck> sections = composition.sections().stream()
                .map(section -> new SectionCheck(section, written, problems))
                .toList();
        boolean sound = true;
        for (SectionCheck section : sections) {
            sound &= section.sound();
        }
        if (!sound) {
            return;
        }
        checkConditions(sections);
        sections.forEach(section -> section.checkAssets(assets));
        sections.forEach(SectionCheck::checkCounts);
        sections.forEach(SectionCheck::checkKept);
        sections.forEach(SectionCheck::checkExclusions);
        if (!composition.split().shares().isEmpty()) {
            sections.forEach(SectionCheck::checkIdentity);
        }
    }

    /** A condition of the base must be able to hold in some section, one of a variant in its own. */
    private void checkConditions(List<SectionCheck> sections) {
        for (SectionCheck section : sections) {
            for (Rule rule : section.recipe().rules()) {
                checkCondition(rule.when(), sections);
            }
            section.recipe().exclusions().forEach(exclusion -> checkCondition(exclusion, sections));
        }
    }

    private void checkCondition(Formula condition, List<SectionCheck> sections) {
        boolean possible = sections.stream()
                .filter(section -> section.mentions(condition))
                .anyMatch(section -> section.reach().possible(condition, true));
        if (!possible) {
            Written.Place place = written.of(condition);
            problems.add(
                    place.node(),
                    place.key(),
                    "can never hold, as the parameters are drawn",
                    "remove it, or draw " + String.join(", ", condition.references()) + " more widely");
        }
    }
}
