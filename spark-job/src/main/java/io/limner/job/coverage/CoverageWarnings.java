package io.limner.job.coverage;

import io.limner.schema.spec.Quota;
import io.limner.schema.spec.Section;
import io.limner.schema.spec.Subjects;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Judges what was counted: each warning says what is wrong with the design, and what to do about it. */
final class CoverageWarnings {
    /** Attributes that are associated more strongly than this teach a model one from the other. */
    static final double STRONG = 0.1;
    /** One choice that is so much more frequent than another is worth a word. */
    private static final double UNEVEN = 20;

    private final Coverage coverage;
    private final List<String> warnings = new ArrayList<>();

    CoverageWarnings(Coverage coverage) {
        this.coverage = coverage;
    }

    /**
     * All there are.
     *
     * @param leastOfValue fewer samples with one value than this are too few
     * @param leastInRange fewer samples in a range than this are too few
     */
    List<String> all(long leastOfValue, long leastInRange) {
        double scale = (double) coverage.spec().samples() / coverage.looked();
        for (Coverage.Marginal marginal : coverage.marginals()) {
            checkStrata(marginal, marginal.values() ? leastOfValue : leastInRange, scale);
        }
        double noise = 4 / Math.sqrt((double) coverage.looked());
        for (Coverage.Association pair : coverage.associations()) {
            if (!pair.byDesign() && pair.strength() > Math.max(STRONG, noise)) {
                warnings.add(pair.first() + " and " + pair.second() + " go together: "
                        + String.format(Locale.ROOT, "association %.2f", pair.strength())
                        + "; a model can learn one from the other; draw them independently");
            }
        }
        if (coverage.duplicates() > 0) {
            warnings.add(coverage.duplicatesText()
                    + " samples repeat another's scene; let a seed vary, or draw fewer samples");
        }
        if (coverage.complete()) {
            checkQuotas();
        }
        return warnings;
    }

    private void checkStrata(Coverage.Marginal marginal, long least, double scale) {
        long most = 0;
        for (Coverage.Stratum stratum : marginal.strata()) {
            most = Math.max(most, stratum.samples());
        }
        for (Coverage.Stratum stratum : marginal.strata()) {
            long samples = Math.round(stratum.samples() * scale);
            if (samples < least) {
                warnings.add(marginal.name() + " " + stratum.label() + " has " + samples + " samples, fewer than "
                        + least + "; draw it more often, or more samples");
            } else if (marginal.values() && stratum.samples() * UNEVEN < (double) most) {
                warnings.add(
                        marginal.name() + " " + stratum.label() + " has " + samples + " samples, another value over "
                                + (int) UNEVEN + " times as many; reflect the task, not the world");
            }
        }
    }

    private void checkQuotas() {
        List<Section> sections = coverage.spec().composition().sections();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            coverage.quotas(i).forEach((name, counted) -> {
                Map<String, Long> wanted = wanted(section, name);
                if (!wanted.equals(counted)) {
                    warnings.add("the quota of " + name + " is not met: " + counted + " for " + wanted);
                }
            });
        }
    }

    private Map<String, Long> wanted(Section section, String name) {
        Quota quota = (Quota) section.recipe().parameters().get(name);
        Subjects subjects = section.subjects();
        int each = subjects.keeps(name) ? subjects.samples() : 1;
        Map<String, Long> wanted = new TreeMap<>();
        List<Long> running = quota.running(section.count() / each);
        long before = 0;
        int at = 0;
        for (Value value : quota.counts().keySet()) {
            long share = (running.get(at) - before) * each;
            before = running.get(at++);
            if (share > 0) {
                wanted.put(value.toString(), share);
            }
        }
        return wanted;
    }
}
