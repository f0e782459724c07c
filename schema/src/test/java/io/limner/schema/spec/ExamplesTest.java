package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.design.SceneDesign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    static Stream<Path> examples() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("limner.root"), "examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsAValidSpecNamedLikeItsFile(Path example) {
        DatasetSpec spec = SpecReader.read(example);

        assertThat(example.getFileName()).hasToString(spec.name() + ".yaml");
        SceneDesign design = new SceneDesign(spec);
        for (long id = 0; id < Math.min(1000, spec.samples()); id++) {
            assertThat(design.scene(id)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleSurvivesItsCanonicalForm(Path example) {
        DatasetSpec spec = SpecReader.read(example);

        DatasetSpec again = SpecReader.parse(spec.canonical(), "canonical");

        assertThat(again).isEqualTo(spec);
        assertThat(again.hash()).isEqualTo(spec.hash()).matches("[0-9a-f]{64}");
    }

    private static DatasetSpec example(String name) {
        return SpecReader.read(Path.of(System.getProperty("limner.root"), "examples", name + ".yaml"));
    }

    /** Tone by age by sex by beard: 160 strata, 20 faces in each. */
    @Test
    void theAuditSetIsBalancedToTheLastFace() {
        DatasetSpec audit = example("audit");
        SceneDesign design = new SceneDesign(audit);
        Map<List<Object>, Integer> strata = new HashMap<>();
        for (long id = 0; id < audit.samples(); id++) {
            double age = design.value(id, "subject.age").number();
            strata.merge(
                    List.of(
                            design.value(id, "subject.skin_tone"),
                            age < 32 ? 0 : age < 46 ? 1 : age < 60 ? 2 : 3,
                            design.value(id, "subject.sex"),
                            design.value(id, "hair.facial_style")),
                    1,
                    Integer::sum);
        }
        assertThat(strata).hasSize(160).values().containsOnly(20);
    }

    /** A face goes through all steps of its strain, and nothing else about it changes. */
    @Test
    void theEdgeSetStrainsOneThingAtATime() {
        DatasetSpec edge = example("edge");
        SceneDesign design = new SceneDesign(edge);
        for (Section section : edge.composition().sections()) {
            int steps = section.subjects().samples();
            for (long first = section.first(); first < section.first() + section.count(); first += steps) {
                Set<Map<String, Value>> kept = new HashSet<>();
                Set<Map<String, Value>> all = new HashSet<>();
                for (long id = first; id < first + steps; id++) {
                    Map<String, Value> values = new HashMap<>(design.values(id));
                    values.remove("capture.seed");
                    all.add(Map.copyOf(values));
                    values.keySet().removeIf(name -> !section.subjects().keeps(name));
                    kept.add(values);
                }
                assertThat(all).as(section.variant()).hasSize(steps);
                assertThat(kept).as(section.variant()).hasSize(1);
            }
        }
    }
}
