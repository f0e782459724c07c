package io.limner.job.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.job.execute.SparkStart;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What plan says of a dataset is so. */
class CoverageTest {

    private static Coverage coverage(String text, String... declared) {
        return coverage(text, Long.MAX_VALUE, declared);
    }

    private static Coverage coverage(String text, long looked, String... declared) {
        DatasetSpec spec = SpecReader.parse("limner: 1\nname: a\nseed: 5\n" + text, "a test");
        return new CoverageRun(spec, List.of(declared), looked).run(() -> {
            throw new AssertionError("too few samples for Spark");
        });
    }

    private static Map<String, Long> strata(Coverage coverage, String name) {
        return coverage.marginals().stream()
                .filter(marginal -> marginal.name().equals(name))
                .flatMap(marginal -> marginal.strata().stream())
                .collect(Collectors.toMap(Coverage.Stratum::label, Coverage.Stratum::samples));
    }

    @Test
    void aBalancedProductIsCountedExactlyAndNothingIsWrongWithIt() {
        Coverage coverage = coverage(
                "parameters: { subject.sex: { grid: [female, male] }, subject.age: { bins: [18, 40, 80] }, hair.stubble: { grid: [0, 0.5] } }\n"
                        + "samples: 80",
                "subject.sex",
                "subject.age",
                "hair.stubble");

        assertThat(strata(coverage, "subject.sex"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("female", 40L, "male", 40L));
        assertThat(strata(coverage, "subject.age"))
                .containsOnly(Map.entry("18 to 40", 40L), Map.entry("40 to 80", 40L));
        assertThat(coverage.associations()).hasSize(3).allSatisfy(pair -> assertThat(pair.cramersV())
                .isZero());
        assertThat(coverage.complete()).isTrue();
        assertThat(coverage.duplicates()).isZero();
        assertThat(coverage.warnings(40)).isEmpty();
        assertThat(coverage.warnings(41)).hasSize(6).first().asString().contains("has 40 samples, fewer than 41");
    }

    @Test
    void associationsAreFoundAndThoseByDesignAreToldApart() {
        Coverage coverage = coverage(
                "samples: 4000\nparameters: { head.roll: { expression: 'head.pitch / 2' } }\n"
                        + "conditions: [{ when: subject.age > 50, then: { hair.style: bald } }]",
                "head.pitch",
                "head.roll",
                "hair.style",
                "subject.age");

        Coverage.Association first = coverage.associations().get(0);
        assertThat(List.of(first.first(), first.second())).containsExactly("head.pitch", "head.roll");
        assertThat(first.correlation()).isCloseTo(1, within(1e-6));
        assertThat(first.byDesign()).isTrue();
        assertThat(coverage.associations().get(1).byDesign()).isTrue();
        assertThat(coverage.warnings(0)).isEmpty();
    }

    /** A grid of subjects and one of samples that turn together cover a diagonal: a plan must see it. */
    @Test
    void aCoverThatIsNoCoverIsWarnedOf() {
        String grids = "per_subject: %d\nsamples: 4000\n"
                + "parameters: { subject.age: { grid: [20, 60] }, head.yaw: { grid: [-30, -10, 10, 30] } }";

        assertThat(coverage(grids.formatted(2), "subject.age", "head.yaw").warnings(1))
                .anyMatch(warning -> warning.startsWith("subject.age and head.yaw go together: association 1.00"));
        assertThat(coverage(grids.formatted(4), "subject.age", "head.yaw").warnings(1))
                .isEmpty();
    }

    @Test
    void aWalkThatEndsEarlyLeavesStrataEmpty() {
        assertThat(coverage("samples: 2\nparameters: { hair.stubble: { grid: [0, 0.5, 1] } }", "hair.stubble")
                        .warnings(1))
                .anyMatch(warning -> warning.startsWith("hair.stubble 1 has 0 samples"));
    }

    /** 0.5249999999999999 helps nobody. */
    @Test
    void rangesAreLabelledWithFewDecimals() {
        assertThat(coverage(
                                "samples: 50\nparameters: { hair.brow_density: { uniform: [0.3, 0.9] }, subject.age: { bins: [18, 30.5, 80] } }",
                                "hair.brow_density",
                                "subject.age")
                        .marginals())
                .flatExtracting(Coverage.Marginal::strata)
                .extracting(Coverage.Stratum::label)
                .contains(
                        "0.3 to 0.375", "0.375 to 0.45", "0.45 to 0.525", "0.525 to 0.6", "0.825 to 0.9", "18 to 30.5");
        assertThat(coverage("samples: 50\nparameters: { head.yaw: { uniform: [-10, 10.01] } }", "head.yaw")
                        .marginals())
                .flatExtracting(Coverage.Marginal::strata)
                .extracting(Coverage.Stratum::label)
                .contains("-10 to -7.5");
    }

    /** Pairs grow with the square of the attributes, strata do not. */
    @Test
    void everyAttributeIsCounted() {
        Coverage coverage = coverage("samples: 50\nparameters: { capture.noise: { grid: [0, 0.05] } }");

        assertThat(coverage.marginals()).hasSizeGreaterThan(Attributes.PAIRED);
        assertThat(strata(coverage, "capture.noise")).containsOnly(Map.entry("0", 25L), Map.entry("0.05", 25L));
        assertThat(coverage.unpaired()).isEqualTo(coverage.marginals().size() - Attributes.PAIRED);
        assertThat(coverage.associations()).hasSize(Attributes.PAIRED * (Attributes.PAIRED - 1) / 2);
    }

    @Test
    void repeatsAmongSomeAreNoCountOfAll() {
        Coverage few = coverage(
                "defaults: neutral\nsamples: 1000000\nparameters: { head.yaw: { grid: [1, 2] } }", 2000, "head.yaw");

        assertThat(few.duplicatesText()).isEqualTo("1998 among the 2000 that were looked at; of all, at least as many");
    }

    @Test
    void whatAnExclusionCutsHasNoJointDiscrepancy() {
        String drawn =
                "samples: 600\nparameters: { head.yaw: { uniform: [-60, 60] }, head.pitch: { uniform: [-20, 20] } }";

        assertThat(coverage(drawn, "head.yaw", "head.pitch").jointDiscrepancy()).isLessThan(3);
        assertThat(coverage(drawn + "\nexclude: [head.yaw + head.pitch > -30]", "head.yaw", "head.pitch")
                        .jointDiscrepancy())
                .isNaN();
    }

    @Test
    void repeatedScenesAreCounted() {
        assertThat(coverage("defaults: neutral\nsamples: 90\nparameters: { head.yaw: { grid: [1, 2, 3] } }", "head.yaw")
                        .duplicates())
                .isEqualTo(87);
        // What tells scenes apart may be a parameter that nobody looks at.
        assertThat(coverage("defaults: neutral\nsamples: 90\nparameters: { gaze.yaw: { lhs: [-9, 9] } }", "head.yaw")
                        .duplicates())
                .isZero();
    }

    @Test
    void quotasAreCountedInEveryVariant() {
        Coverage coverage = coverage(
                "parameters: { subject.sex: { quota: [female, male] } }\nper_subject: 2\nvariants:\n  - { name: core, samples: 60 }\n"
                        + "  - { name: edge, samples: 40, parameters: { head.yaw: { quota: { 5: 10, 6: 30 } } } }\nsplit: { train: 4, test: 1 }",
                "subject.sex",
                "head.yaw");

        assertThat(coverage.quotas()).isEqualTo(3);
        assertThat(coverage.variants())
                .containsEntry("core", 60L)
                .containsEntry("edge", 40L)
                .hasSize(2);
        assertThat(coverage.splits()).containsEntry("test", 20L).containsEntry("train", 80L);
        assertThat(coverage.warnings(0)).noneMatch(warning -> warning.contains("quota"));
    }

    @Test
    void discrepancyTellsASequenceFromChance() {
        String said = "samples: 1024\nparameters: { head.yaw: { %1$s: [-60, 60] }, head.pitch: { %1$s: [-20, 20] } }";
        Coverage even = coverage(said.formatted("sobol"), "head.yaw", "head.pitch");
        Coverage chance = coverage(said.formatted("uniform"), "head.yaw", "head.pitch");

        assertThat(even.marginals().get(0).discrepancy()).isLessThan(0.002);
        assertThat(chance.marginals().get(0).discrepancy()).isBetween(0.01, 0.06);
        assertThat(even.jointDiscrepancy()).isLessThan(0.3);
        assertThat(chance.jointDiscrepancy()).isBetween(0.4, 2.0);
    }

    @Test
    void aBillionAreProvedBySomeSpreadOverAll() {
        Coverage coverage =
                coverage("samples: 1000000000\nparameters: { head.yaw: { uniform: [-60, 60] } }", 20_000, "head.yaw");

        assertThat(coverage.looked()).isEqualTo(20_000);
        assertThat(coverage.complete()).isFalse();
        assertThat(coverage.marginals().get(0).discrepancy()).isLessThan(1.95 / Math.sqrt(20_000));
        long last = -1;
        for (long i = 0; i < 1000; i++) {
            long id = CoverageRun.chosen(i, 1_000_000_000_000L, 1000);
            assertThat(id).isGreaterThan(last).isBetween(i * 1_000_000_000L - 1000, (i + 1) * 1_000_000_000L);
            last = id;
        }
    }

    @Test
    void partsAddUpToTheWhole() {
        DatasetSpec spec = SpecReader.parse(
                "limner: 1\nname: a\nsamples: 2000001\ndefaults: neutral\n"
                        + "parameters: { head.yaw: { grid: [1, 2, 3] }, capture.seed: { uniform: [0, 2147483647] } }",
                "a test");
        Coverage coverage = new CoverageRun(spec, List.of("head.yaw"), Long.MAX_VALUE)
                .run(() -> SparkStart.start(SparkStart.configuration(Optional.of("local[2]"), "a test")));

        assertThat(coverage.complete()).isTrue();
        assertThat(strata(coverage, "head.yaw"))
                .containsOnly(Map.entry("1", 666_667L), Map.entry("2", 666_667L), Map.entry("3", 666_667L));
    }
}
