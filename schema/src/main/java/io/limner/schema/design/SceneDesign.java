package io.limner.schema.design;

import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SceneValues;
import io.limner.schema.spec.Section;
import io.limner.schema.spec.Split;
import io.limner.schema.spec.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * (spec, sample id) to scene, in any order, on any machine. Every value is a function of (seed, sample id, parameter name)
 * and of what the spec says about that parameter: what it says about one parameter changes no value of another, unless it names the
 * other. Immutable and thread-safe.
 */
public final class SceneDesign {
    /** So often a sample that falls into an exclusion is drawn again. */
    static final int MOST_ATTEMPTS = 1000;
    /** So many samples of a section are tried by {@link #probe}. */
    private static final int PROBES = 300;

    private final DatasetSpec spec;
    private final NavigableMap<Long, SectionDesign> sections = new TreeMap<>();

    /** The design of {@code spec}. */
    public SceneDesign(DatasetSpec spec) {
        this.spec = spec;
        long subjects = 0;
        for (Section section : spec.composition().sections()) {
            sections.put(section.first(), new SectionDesign(spec.seed(), section, subjects));
            subjects += section.count() / section.subjects().samples();
        }
    }

    /**
     * The scene of a sample.
     *
     * @param sampleId 0 to {@code spec.samples() - 1}
     * @throws IllegalArgumentException if the spec has no such sample
     * @throws ExhaustedException if exclusions leave nothing of it
     */
    public Scene scene(long sampleId) {
        return SceneValues.scene(values(sampleId));
    }

    /**
     * The value of every parameter for a sample, by name.
     *
     * @param sampleId 0 to {@code spec.samples() - 1}
     * @throws IllegalArgumentException if the spec has no such sample
     * @throws ExhaustedException if exclusions leave nothing of it
     */
    public Map<String, Value> values(long sampleId) {
        Function<String, Value> sample = sample(sampleId);
        Map<String, Value> values = new HashMap<>();
        spec.parameters().keySet().forEach(name -> values.put(name, sample.apply(name)));
        return values;
    }

    /**
     * The values of a sample by name, each computed when it is first asked for, without making the rest of the scene. For one thread.
     *
     * @param sampleId 0 to {@code spec.samples() - 1}
     * @throws IllegalArgumentException if the spec has no such sample
     */
    public Function<String, Value> sample(long sampleId) {
        SectionDesign section = section(sampleId);
        return section.sample(sampleId - section.section().first())::of;
    }

    /**
     * The value of one parameter for a sample.
     *
     * @param sampleId 0 to {@code spec.samples() - 1}
     * @param parameter its dotted name
     * @throws IllegalArgumentException if the spec has no such sample, or there is no such parameter
     */
    public Value value(long sampleId, String parameter) {
        if (!spec.parameters().containsKey(parameter)) {
            throw new IllegalArgumentException("There is no parameter '" + parameter + "'");
        }
        return sample(sampleId).apply(parameter);
    }

    /**
     * Where a sample belongs.
     *
     * @param sampleId 0 to {@code spec.samples() - 1}
     * @throws IllegalArgumentException if the spec has no such sample
     */
    public Place place(long sampleId) {
        SectionDesign section = section(sampleId);
        Section where = section.section();
        Split split = spec.composition().split();
        long subject = (sampleId - where.first()) / where.subjects().samples();
        return new Place(
                sampleId,
                section.firstSubject() + subject,
                where.variant().isEmpty() ? null : where.variant(),
                split.shares().isEmpty() ? null : section.part(split, subject));
    }

    /**
     * Draws some samples of each section, spread over it, so that exclusions that leave too little are found before anything is rendered.
     *
     * @throws ExhaustedException if they leave nothing of one of these samples
     */
    public void probe() {
        for (Section section : sections()) {
            long probes = section.recipe().exclusions().isEmpty() ? 0 : Math.min(PROBES, section.count());
            for (long i = 0; i < probes; i++) {
                values(section.first() + (long) ((double) i * section.count() / probes));
            }
        }
    }

    /** The sections, in the order of their sample ids. */
    public List<Section> sections() {
        return sections.values().stream().map(SectionDesign::section).toList();
    }

    private SectionDesign section(long sampleId) {
        if (sampleId < 0 || sampleId >= spec.samples()) {
            throw new IllegalArgumentException("Sample " + sampleId + " is outside 0 to " + (spec.samples() - 1)
                    + " of the spec '" + spec.name() + "'; ask for one inside, or raise samples");
        }
        return sections.floorEntry(sampleId).getValue();
    }

    /** The spec that this design expands. */
    public DatasetSpec spec() {
        return spec;
    }
}
