package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.design.SceneDesign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SPEC.md shows what the reader reads. */
class SpecLanguageTest {
    private static String text() throws Exception {
        return Files.readString(Path.of(System.getProperty("limner.root"), "schema", "SPEC.md"));
    }

    static Stream<String> blocks() throws Exception {
        return Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(text())
                .results()
                .map(block -> block.group(1));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyBlockIsASpecThatSurvivesItsCanonicalForm(String block) {
        DatasetSpec spec = SpecReader.parse(block, "SPEC.md");

        assertThat(SpecReader.parse(spec.canonical(), "canonical")).isEqualTo(spec);
        SceneDesign design = new SceneDesign(spec);
        for (long id = 0; id < Math.min(300, spec.samples()); id++) {
            assertThat(design.scene(id)).isNotNull();
        }
    }

    @Test
    void everyWayToDrawIsExplained() throws Exception {
        String table = text().substring(text().indexOf("| way |"));
        assertThat(DistributionParser.KEYWORDS)
                .allSatisfy(keyword -> assertThat(table).contains("{ " + keyword + ": "));
        assertThat(SpecParser.KEYS).allSatisfy(key -> assertThat(text()).contains(key + ":"));
    }
}
