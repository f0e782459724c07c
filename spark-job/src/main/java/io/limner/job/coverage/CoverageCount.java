package io.limner.job.coverage;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Quota;
import io.limner.schema.spec.Section;
import io.limner.schema.spec.Value;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** All that is counted over some samples of a design. */
final class CoverageCount implements Serializable {
    private final transient SceneDesign design;
    private final transient List<Attribute> attributes;
    private final Tally tally;
    private final Duplicates duplicates;
    private final Map<String, Long> variants = new TreeMap<>();
    private final Map<String, Long> splits = new TreeMap<>();
    /** By section, then by parameter with a quota, then by value: how many. */
    private final List<Map<String, Map<String, Long>>> quotas = new ArrayList<>();

    private final transient List<Section> sections;
    private final transient boolean placed;

    CoverageCount(SceneDesign design, List<String> declared, long looked) {
        this.design = design;
        this.attributes = Attributes.of(design.spec(), declared);
        this.tally = new Tally(attributes);
        this.duplicates = new Duplicates(Duplicates.telling(declared), looked);
        this.sections = design.sections();
        DatasetSpec spec = design.spec();
        this.placed = !spec.composition().variants().isEmpty()
                || !spec.composition().split().shares().isEmpty();
        for (Section section : sections) {
            Map<String, Map<String, Long>> counted = new TreeMap<>();
            section.recipe().parameters().forEach((name, way) -> {
                if (way instanceof Quota
                        && section.recipe().rules().stream()
                                .noneMatch(rule -> rule.then().containsKey(name))) {
                    counted.put(name, new TreeMap<>());
                }
            });
            quotas.add(counted);
        }
    }

    /** Counts one more sample. */
    void add(long sampleId) {
        Function<String, Value> sample = design.sample(sampleId);
        Value[] values = new Value[attributes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample.apply(attributes.get(i).name());
        }
        tally.add(attributes, values);
        duplicates.add(sampleId, sample, design);
        if (placed) {
            var place = design.place(sampleId);
            if (place.variant() != null) {
                variants.merge(place.variant(), 1L, Long::sum);
            }
            if (place.split() != null) {
                splits.merge(place.split(), 1L, Long::sum);
            }
        }
        int section = sections.size() - 1;
        while (sections.get(section).first() > sampleId) {
            section--;
        }
        quotas.get(section)
                .forEach((name, counts) -> counts.merge(sample.apply(name).toString(), 1L, Long::sum));
    }

    /** Adds what was counted over other samples of the same design. */
    void add(CoverageCount other) {
        tally.add(other.tally);
        duplicates.add(other.duplicates, design);
        other.variants.forEach((name, count) -> variants.merge(name, count, Long::sum));
        other.splits.forEach((name, count) -> splits.merge(name, count, Long::sum));
        for (int i = 0; i < quotas.size(); i++) {
            Map<String, Map<String, Long>> mine = quotas.get(i);
            other.quotas
                    .get(i)
                    .forEach((name, counts) ->
                            counts.forEach((value, count) -> mine.get(name).merge(value, count, Long::sum)));
        }
    }

    List<Attribute> attributes() {
        return attributes;
    }

    Tally tally() {
        return tally;
    }

    Duplicates duplicates() {
        return duplicates;
    }

    Map<String, Long> variants() {
        return variants;
    }

    Map<String, Long> splits() {
        return splits;
    }

    /** How many samples of a section have each value of a parameter with a quota. */
    Map<String, Map<String, Long>> quotas(int section) {
        return quotas.get(section);
    }
}
