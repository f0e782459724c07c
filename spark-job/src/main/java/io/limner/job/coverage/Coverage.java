package io.limner.job.coverage;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a dataset will contain, and what speaks against it. */
public final class Coverage {
    private final DatasetSpec spec;
    private final CoverageCount count;

    Coverage(DatasetSpec spec, CoverageCount count) {
        this.spec = spec;
        this.count = count;
    }

    /** How many samples in one stratum of an attribute. */
    public record Stratum(String label, long samples) {}

    /**
     * One attribute.
     *
     * @param values whether each stratum is one value, not a range
     * @param discrepancy largest distance between the distribution of the values and the one that was asked for; NaN if there is no such
     */
    public record Marginal(String name, List<Stratum> strata, boolean values, double discrepancy) {}

    /**
     * How two attributes go together.
     *
     * @param cramersV of their strata, corrected for bias, 0 to 1
     * @param correlation Pearson's, -1 to 1; NaN where one has names
     * @param byDesign whether the spec makes one follow from the other
     */
    public record Association(String first, String second, double cramersV, double correlation, boolean byDesign) {
        /** The stronger of the two measures. */
        public double strength() {
            return Double.isNaN(correlation) ? cramersV : Math.max(cramersV, Math.abs(correlation));
        }
    }

    /** How many samples were looked at. */
    public long looked() {
        return count.tally().samples();
    }

    /** Whether these are all. */
    public boolean complete() {
        return looked() == spec.samples();
    }

    /** How many samples were looked at in each variant; empty where there are none. */
    public Map<String, Long> variants() {
        return count.variants();
    }

    /** How many samples were looked at in each part of the split; empty where there is none. */
    public Map<String, Long> splits() {
        return count.splits();
    }

    /** Every attribute with its strata. */
    public List<Marginal> marginals() {
        List<Marginal> marginals = new ArrayList<>();
        for (int a = 0; a < count.attributes().size(); a++) {
            Attribute attribute = count.attributes().get(a);
            long[] counts = count.tally().strata(a);
            List<Stratum> strata = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                strata.add(new Stratum(attribute.label(i), counts[i]));
            }
            marginals.add(new Marginal(
                    attribute.name(),
                    strata,
                    !attribute.values().isEmpty(),
                    count.tally().discrepancy(a)));
        }
        return marginals;
    }

    /** How many attributes are not looked at in pairs, the last ones. */
    public int unpaired() {
        return count.attributes().size() - count.tally().paired();
    }

    /** Every pair of attributes but for those of {@link #unpaired}, the most strongly associated first. */
    public List<Association> associations() {
        List<Association> all = new ArrayList<>();
        for (int a = 0; a < count.tally().paired(); a++) {
            for (int b = 0; b < a; b++) {
                Attribute one = count.attributes().get(a);
                Attribute other = count.attributes().get(b);
                boolean numbers = one.numeric() && other.numeric();
                all.add(new Association(
                        other.name(),
                        one.name(),
                        count.tally().cramersV(a, b),
                        numbers ? count.tally().correlation(a, b) : Double.NaN,
                        linked(one.name(), other.name())));
            }
        }
        all.sort(Comparator.comparingDouble(Association::strength).reversed());
        return all;
    }

    /** Whether one enters the other, both follow from a third, an exclusion ties them, or variants draw both. */
    private boolean linked(String one, String other) {
        int drawnByVariants = 0;
        for (String name : List.of(one, other)) {
            drawnByVariants +=
                    Attributes.ways(spec.composition().sections(), name).size() > 1 ? 1 : 0;
        }
        if (drawnByVariants == 2 && !spec.composition().variants().isEmpty()) {
            return true;
        }
        return spec.composition().sections().stream().map(Section::recipe).anyMatch(recipe -> {
            var first = recipe.roots(java.util.Set.of(one));
            var second = recipe.roots(java.util.Set.of(other));
            return first.stream().anyMatch(second::contains)
                    || recipe.exclusions().stream()
                            .anyMatch(exclusion -> exclusion.references().contains(one)
                                    && exclusion.references().contains(other));
        });
    }

    /** How many of the samples that were looked at show the very same as another of them. */
    public long duplicates() {
        return count.duplicates().count();
    }

    /** {@link #duplicates} for people: how far it is to be trusted. */
    public String duplicatesText() {
        return (count.duplicates().exact() ? "" : "about ")
                + duplicates()
                + (complete() ? "" : " among the " + looked() + " that were looked at; of all, at least as many");
    }

    /** The L2 star discrepancy of the numbers that are drawn, all together, as a multiple of what chance gives; NaN if there are none. */
    public double jointDiscrepancy() {
        return JointDiscrepancy.of(new SceneDesign(spec), count.attributes());
    }

    /** How many quotas there are; all are met, or {@link #warnings} names them. */
    public int quotas() {
        int quotas = 0;
        for (int section = 0; section < spec.composition().sections().size(); section++) {
            quotas += quotas(section).size();
        }
        return quotas;
    }

    /**
     * What speaks against the design, for people; empty if nothing does.
     *
     * @param leastStratum fewer samples in a stratum than this are too few
     */
    public List<String> warnings(long leastStratum) {
        return new CoverageWarnings(this).all(leastStratum, leastStratum);
    }

    /**
     * What speaks against the design where nobody says how many samples a stratum needs: a value that no sample has, but no empty
     * range of a curve, whose tails are thin because the spec says so.
     */
    public List<String> warnings() {
        return new CoverageWarnings(this).all(1, 0);
    }

    DatasetSpec spec() {
        return spec;
    }

    /** How many samples of a section have each value of a parameter with a quota, by its name. */
    Map<String, Map<String, Long>> quotas(int section) {
        return count.quotas(section);
    }
}
