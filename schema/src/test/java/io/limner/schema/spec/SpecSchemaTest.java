package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use takes what the reader takes, and refuses what a person easily gets wrong. */
class SpecSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SpecSchema.text());

    private static List<Error> errors(String spec) {
        return SCHEMA.validate(spec, InputFormat.YAML);
    }

    static Stream<String> good() throws Exception {
        return Stream.concat(
                ExamplesTest.examples().map(SpecSchemaTest::read),
                Stream.concat(
                        SpecLanguageTest.blocks(),
                        Stream.of("limner: 1\nname: a\nsamples: 4\nper_subject: 2\ninclude: base.yaml")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void takesEveryExampleAndEveryBlockOfTheLanguage(String spec) {
        assertThat(errors(spec)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limner: 2\nname: a",
                "name: a",
                "limner: 1\nname: A",
                "limner: 1\nname: a\nsede: 1",
                "limner: 1\nname: a\nseed: 1.5",
                "limner: 1\nname: a\nimage: { width: 8 }",
                "limner: 1\nname: a\nimage: { format: jpg }",
                "limner: 1\nname: a\nlabels: [detph]",
                "limner: 1\nname: a\nparameters: { head.jaw: 1 }",
                "limner: 1\nname: a\nparameters: { head.yaw: 91 }",
                "limner: 1\nname: a\nparameters: { head.yaw: [1, 2] }",
                "limner: 1\nname: a\nparameters: { head.yaw: { unifrom: [1, 2] } }",
                "limner: 1\nname: a\nparameters: { head.yaw: { uniform: [1, 2], fixed: 1 } }",
                "limner: 1\nname: a\nparameters: { head.yaw: { uniform: [1, 100] } }",
                "limner: 1\nname: a\nparameters: { head.yaw: { normal: { mean: 0, sd: 1, min: 0 } } }",
                "limner: 1\nname: a\nparameters: { head.yaw: { sobol: { grid: [1, 2] } } }",
                "limner: 1\nname: a\nparameters: { subject.sex: { uniform: [0, 1] } }",
                "limner: 1\nname: a\nparameters: { subject.sex: { choice: [femal] } }",
                "limner: 1\nname: a\nparameters: { subject.skin_tone: 2.5 }",
                "limner: 1\nname: a\nvariants: [{ name: core }]",
                "limner: 1\nname: a\nconditions: [{ when: head.yaw > 1 }]",
                "limner: 1\nname: a\nsplit: { train: 1 }"
            })
    void refusesWhatTheReaderRefuses(String spec) {
        assertThat(errors(spec)).isNotEmpty();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> SpecReader.parse(spec, "bad")))
                .isInstanceOf(SpecException.class);
    }

    @Test
    void offersEveryParameterWithItsMeaning() {
        String text = SpecSchema.text();
        assertThat(Parameters.all()).allSatisfy(parameter -> assertThat(text)
                .contains("\"" + parameter.name() + "\"")
                .contains(parameter.meaning()));
        assertThat(Pattern.compile("\\R").splitAsStream(text).count()).isGreaterThan(500);
    }
}
