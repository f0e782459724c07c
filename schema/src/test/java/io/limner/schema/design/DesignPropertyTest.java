package io.limner.schema.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every design, whatever the spec. */
class DesignPropertyTest {
    /** Every run looks at the same cases. */
    private static final String SEED = "20261122";

    /** Parameters and ways to draw each. */
    private static final Map<String, List<String>> WAYS = new TreeMap<>(Map.of(
            "head.yaw",
            List.of(
                    "{ uniform: [-40, 40] }",
                    "{ sobol: [-60, 60] }",
                    "{ sobol: { normal: { mean: 0, sd: 9, min: -30, max: 30 }, group: pose } }",
                    "{ lhs: [-10, 10] }",
                    "{ grid: [-5, 0, 5] }",
                    "{ bins: [-60, -20, 20, 60] }"),
            "head.pitch",
            List.of(
                    "{ sobol: [-20, 20] }",
                    "{ expression: '0.25 * head.roll' }",
                    "{ grid: { from: -10, to: 10, count: 5 } }"),
            "head.roll",
            List.of("{ uniform: [-20, 20] }", "{ lhs: { beta: { alpha: 2, beta: 3, min: -20, max: 20 } } }"),
            "camera.distance",
            List.of("{ log_uniform: [300, 3000] }", "{ lhs: { log_uniform: [300, 3000] } }", "700"),
            "subject.sex",
            List.of(
                    "{ quota: [female, male] }",
                    "{ choice: { female: 3, male: 1 } }",
                    "{ sobol: { choice: [female, male] } }"),
            "subject.skin_tone",
            List.of("{ quota: [1, 2, 3, 5, 8] }", "{ bins: [1, 4, 7, 10] }", "{ uniform: [1, 10] }"),
            "subject.age",
            List.of("{ uniform: [18, 80] }", "{ normal: { mean: 40, sd: 9, min: 18, max: 80 } }"),
            "hair.stubble",
            List.of("{ fixed: 0.2 }", "{ choice: { 0: 9, 0.3: 1 } }")));

    private static final List<String> STRUCTURE = List.of(
            "",
            "conditions: [{ when: subject.age < 30 and subject.sex = male, then: { hair.stubble: 0 } }]\n",
            "exclude: [subject.age > 70 or subject.age < 20]\n",
            "conditions: [{ when: subject.age > 40, then: { head.roll: { uniform: [5, 6] } } }]\nexclude: [subject.age > 70]\n");

    /** One choice of a way, or of none, for each parameter. */
    @Provide
    static Arbitrary<Map<String, String>> parameters() {
        Arbitrary<Map<String, String>> all = Arbitraries.just(Map.of());
        for (Map.Entry<String, List<String>> entry : WAYS.entrySet()) {
            List<String> ways = new ArrayList<>(entry.getValue());
            ways.add("");
            all = Combinators.combine(all, Arbitraries.of(ways)).as((said, way) -> {
                Map<String, String> more = new HashMap<>(said);
                if (!way.isEmpty()) {
                    more.put(entry.getKey(), way);
                }
                return more;
            });
        }
        return all;
    }

    @Provide
    static Arbitrary<String> structures() {
        return Arbitraries.of(STRUCTURE);
    }

    private static DatasetSpec spec(long seed, long samples, Map<String, String> parameters, String structure) {
        StringBuilder text = new StringBuilder(
                "limner: 1\nname: a\nseed: " + seed + "\nsamples: " + samples + "\n" + structure + "parameters:\n");
        parameters.forEach((name, way) ->
                text.append("  ").append(name).append(": ").append(way).append('\n'));
        return SpecReader.parse(parameters.isEmpty() ? text + "  {}" : text.toString(), "a property");
    }

    @Property(seed = SEED, tries = 60)
    void accessAtRandomIsEnumeration(
            @ForAll("parameters") Map<String, String> parameters,
            @ForAll("structures") String structure,
            @ForAll @LongRange(min = 0, max = 1L << 62) long seed,
            @ForAll @IntRange(min = 1, max = 70) int samples) {
        SceneDesign design = new SceneDesign(spec(seed, samples, parameters, structure));
        List<Map<String, Value>> inOrder = new ArrayList<>();
        for (long id = 0; id < samples; id++) {
            inOrder.add(design.values(id));
        }
        List<Integer> ids = new ArrayList<>();
        for (int id = 0; id < samples; id++) {
            ids.add(id);
        }
        Collections.reverse(ids);
        SceneDesign again = new SceneDesign(SpecReader.parse(design.spec().canonical(), "canonical"));
        for (int id : ids) {
            for (String name : inOrder.get(id).keySet()) {
                assertThat(again.value(id, name))
                        .as(name)
                        .isEqualTo(inOrder.get(id).get(name));
            }
        }
    }

    /** Leaving one parameter to its default moves nothing but it and what was said to follow from it. */
    @Property(seed = SEED, tries = 60)
    void aParameterMoreOrLessMovesNoOther(
            @ForAll("parameters") Map<String, String> parameters,
            @ForAll @IntRange(min = 0, max = 7) int which,
            @ForAll @LongRange(min = 0, max = 99) long seed) {
        String changed = List.copyOf(WAYS.keySet()).get(which);
        Map<String, String> fewer = new HashMap<>(parameters);
        fewer.remove(changed);
        boolean grid = parameters.getOrDefault(changed, "").matches(".*(grid|bins).*");
        SceneDesign with = new SceneDesign(spec(seed, 64, parameters, ""));
        SceneDesign without = new SceneDesign(spec(seed, 64, fewer, ""));
        for (long id = 0; id < 64; id++) {
            Map<String, Value> before = with.values(id);
            Map<String, Value> after = without.values(id);
            for (String name : before.keySet()) {
                boolean follows = name.equals("head.pitch") && changed.equals("head.roll");
                // Grids form a product: that is what they are for.
                boolean turnsWith = grid && parameters.getOrDefault(name, "").matches(".*(grid|bins).*");
                if (!name.equals(changed) && !follows && !turnsWith) {
                    assertThat(after.get(name)).as("%s of sample %d", name, id).isEqualTo(before.get(name));
                }
            }
        }
    }

    @Property(seed = SEED, tries = 200)
    void aQuotaIsExactForAnyCount(
            @ForAll @IntRange(min = 0, max = 300) int first,
            @ForAll @IntRange(min = 0, max = 300) int second,
            @ForAll @IntRange(min = 1, max = 40) int third,
            @ForAll @LongRange(min = 0, max = 1L << 62) long seed) {
        DatasetSpec spec = spec(
                seed,
                first + second + third,
                Map.of(
                        "subject.skin_tone",
                        "{ quota: { 2: " + first + ", 7: " + second + ", 9: " + third + " } }",
                        "subject.sex",
                        "{ quota: [female, male] }"),
                "");
        Map<String, Integer> counts = count(spec, "subject.skin_tone");
        assertThat(counts.getOrDefault("2", 0)).isEqualTo(first);
        assertThat(counts.getOrDefault("7", 0)).isEqualTo(second);
        assertThat(counts.getOrDefault("9", 0)).isEqualTo(third);
        Map<String, Integer> sexes = count(spec, "subject.sex");
        assertThat(Math.abs(sexes.getOrDefault("female", 0) - sexes.getOrDefault("male", 0)))
                .isLessThanOrEqualTo(1);
    }

    private static Map<String, Integer> count(DatasetSpec spec, String parameter) {
        SceneDesign design = new SceneDesign(spec);
        Map<String, Integer> counts = new HashMap<>();
        for (long id = 0; id < spec.samples(); id++) {
            counts.merge(design.value(id, parameter).toString(), 1, Integer::sum);
        }
        return counts;
    }

    @Property(seed = SEED, tries = 200)
    void aPermutationHitsEverythingOnce(
            @ForAll @IntRange(min = 1, max = 3000) int size, @ForAll @LongRange(min = 0, max = 1L << 62) long seed) {
        KeyedPermutation order = new KeyedPermutation(new RandomStream(seed, "a"), size);
        Set<Long> seen = new HashSet<>();
        for (long i = 0; i < size; i++) {
            long place = order.at(i);
            assertThat(place).isBetween(0L, size - 1L);
            seen.add(place);
        }
        assertThat(seen).hasSize(size);
    }

    @Property(seed = SEED, tries = 100)
    void aLatinHypercubeHitsEveryShareOnce(
            @ForAll @IntRange(min = 1, max = 500) int samples, @ForAll @LongRange(min = 0, max = 1L << 62) long seed) {
        SceneDesign design = new SceneDesign(spec(seed, samples, Map.of("head.yaw", "{ lhs: [-45, 45] }"), ""));
        Set<Integer> hit = new HashSet<>();
        for (long id = 0; id < samples; id++) {
            double share = (design.value(id, "head.yaw").number() + 45) / 90 * samples;
            // The sixth digit is rounded: what falls on an edge belongs to either side.
            hit.add((int) Math.min(samples - 1, Math.floor(share + 1e-5)));
        }
        assertThat(hit.size()).isGreaterThanOrEqualTo(samples - 1 - samples / 100);
    }

    /** Of every 2^k consecutive samples from a multiple of 2^k on, each 2^k-th share of the range gets one. */
    @Property(seed = SEED, tries = 200)
    void aSobolSequenceIsANetInEveryBlock(
            @ForAll @IntRange(min = 0, max = 9) int power,
            @ForAll @LongRange(min = 0, max = 1L << 30) long block,
            @ForAll @LongRange(min = 0, max = 1L << 62) long seed,
            @ForAll("sobolNames") String name) {
        SobolPoints points = new SobolPoints(name, new RandomStream(seed, "g"), new RandomStream(seed, name));
        int size = 1 << power;
        Set<Integer> hit = new HashSet<>();
        for (long i = 0; i < size; i++) {
            hit.add((int) Math.floor(points.unit(block * size + i) * size));
        }
        assertThat(hit).hasSize(size);
    }

    @Provide
    Arbitrary<String> sobolNames() {
        return Arbitraries.of(SobolNumbers.names());
    }

    @Property(seed = SEED, tries = 40)
    void nothingExcludedIsDrawn(@ForAll @LongRange(min = 0, max = 1L << 62) long seed) {
        SceneDesign design = new SceneDesign(spec(
                seed,
                200,
                Map.of("head.yaw", "{ sobol: [-60, 60] }", "head.pitch", "{ lhs: [-20, 20] }"),
                "exclude: [head.yaw > 10 and head.pitch > 5, head.yaw < -40]\n"));
        for (long id = 0; id < 200; id++) {
            double yaw = design.value(id, "head.yaw").number();
            assertThat(yaw < -40 || (yaw > 10 && design.value(id, "head.pitch").number() > 5))
                    .isFalse();
        }
    }
}
