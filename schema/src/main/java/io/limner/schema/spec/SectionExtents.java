package io.limner.schema.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values each parameter of a section can have, found by following what depends on what. */
final class SectionExtents {
    private final Section section;
    private final Written written;
    private final Problems problems;
    private final Map<String, Extent> extents = new HashMap<>();
    private final boolean sound;

    /** The extents of all parameters. A circle, or a value outside its domain, is a problem. */
    SectionExtents(Section section, Written written, Problems problems) {
        this.section = section;
        this.written = written;
        this.problems = problems;
        boolean all = true;
        for (String parameter : recipe().parameters().keySet()) {
            all &= resolve(parameter, new LinkedHashSet<>());
        }
        this.sound = all;
    }

    /** Whether all have one; else there are problems, and nothing else can be checked. */
    boolean sound() {
        return sound;
    }

    /** What formulas can come to here. */
    Reach reach() {
        return new Reach(extents);
    }

    private Recipe recipe() {
        return section.recipe();
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
    Object culprit(List<String> round) {
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

    private void add(Object what, String key, String rule, String remedy) {
        problems.add(written.of(what), key, rule, remedy);
    }
}
