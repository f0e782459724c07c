package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.design.SceneDesign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    static Stream<Path> examples() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("limner.root"), "examples"))) {
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
}
