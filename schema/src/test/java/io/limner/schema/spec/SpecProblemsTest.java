package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told who write a spec that cannot be used. */
class SpecProblemsTest {
    private static final String HEAD = "limner: 1\nname: a\nsamples: 3\n";

    @TempDir
    private Path folder;

    private static String problems(String text) {
        SpecException refused = catchThrowableOfType(SpecException.class, () -> SpecReader.parse(text, "bad.yaml"));
        assertThat(refused).as("%s is accepted", text).isNotNull();
        assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.rule()).isNotBlank();
            assertThat(problem.remedy()).isNotBlank();
        });
        return refused.getMessage();
    }

    private String problemsOfFile(byte[] content) throws Exception {
        Path file = folder.resolve("bad.yaml");
        Files.write(file, content);
        return problemsOfFile(file);
    }

    private static String problemsOfFile(Path file) {
        return Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> catchThrowableOfType(SpecException.class, () -> SpecReader.read(file)))
                .getMessage();
    }

    /** Keys of the top level: what is written instead of line 3 of a good spec, and the line of the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "seed: 9223372036854775808 | seed = 9223372036854775808  must be a whole number from 0 to 9223372036854775807",
                "seed: -1 | seed = -1  must be a whole number",
                "seed: 1.5 | seed = 1.5  must be a whole number",
                "sede: 1 | sede = 1  there is no such key; known are limner, include, name and 12 more  did you mean 'seed'?",
                "name: NO | bad.yaml:4  name = NO  is written twice",
                "image: { width: 0 } | image.width = 0  must be a whole number from 16 to 8192",
                "image: { width: -1 } | image.width = -1  must be",
                "image: { height: 2147483648 } | image.height = 2147483648  must be",
                "image: { width: '512' } | image.width = \"512\"  must be a whole number from 16 to 8192  remove the quotes",
                "image: { width: 0512 } | remove the leading zero: some YAML tools read 0512 as octal",
                "image: { width: 5e2 } | write 500",
                "image: { width: 512.0 } | write 512",
                "image: { width: 1_024 } | write 1024",
                "image: { width: 0x200 } | write a number in decimal digits",
                "image: { width: } | write a value after the colon",
                "image: { wdith: 512 } | image.wdith = 512  there is no such key; known are width, height, format, quality  did you mean"
                        + " 'width'?",
                "image: { format: jpg } | image.format = jpg  must be one of jpeg, png  did you mean 'jpeg'?",
                "image: { format: png, quality: 90 } | image.quality = 90  has no meaning for png",
                "image: 512 | image = 512  must be a mapping of width, height, format, quality",
                "labels: depth | labels = depth  must be a list",
                "labels: [detph] | labels = detph  must be one of landmarks, segmentation, depth, normals",
                "labels: [depth, depth] | labels = depth  is listed twice",
                "labels: [[depth]] | must be a single word",
                "defaults: NO | is no word: other YAML tools read it as a boolean or null",
                "defaults: newtral | did you mean 'neutral'?",
                "parameters: [1] | parameters = [1]  must be a mapping of subject.head, subject.age, subject.sex and ",
                "parameters: { subject: { age: 3 } } | names are dotted, not nested: write subject.head: ...",
                "parameters: { subject.agee: 3 } | subject.agee = 3  there is no such key",
                "x: &a 1 | uses the YAML anchor &a",
                "x: *a | uses a YAML alias (*)",
                "x: !!python/object 1 | uses the YAML tag tag:yaml.org,2002:python/object",
                "x: ! 1 | x = 1  there is no such key"
            })
    void faultsOfTheTopLevel(String line, String answer) {
        assertThat(problems(HEAD + line)).contains(answer).startsWith("bad.yaml:4  ");
    }

    /** What is said of a parameter, and the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "head.yaw | .nan | head.yaw = .nan  must be a number  write a finite number",
                "head.yaw | -.inf | write a finite number",
                "head.yaw | 1e999 | must be a finite number",
                "head.yaw | 91 | head.yaw = 91  must be from -90 to 90 deg  choose a value in that range",
                "head.yaw | NO | head.yaw = NO  must be a number",
                "head.yaw | 010 | some YAML tools read 010 as octal",
                "head.yaw | 1:30 | write a number in decimal digits",
                "head.yaw | +5 | write 5",
                "head.yaw | -.5 | write -0.5",
                "head.yaw | [1, 2] | a bare list does not say how to draw",
                "head.yaw | {} | must hold exactly one of fixed, choice, quota, uniform, log_uniform, normal, beta, grid, bins, sobol, lhs, copy, expression",
                "head.yaw | { fixed: 1, uniform: [1, 2] } | must hold exactly one of",
                "head.yaw | { unifrom: [1, 2] } | head.yaw = unifrom  must be drawn by one of fixed, choice, quota, uniform, log_uniform, normal, beta, grid, bins, sobol, lhs, copy, expression  did you"
                        + " mean 'uniform'?",
                "head.yaw | { uniform: [5, -5] } | head.yaw.uniform = [5, -5]  the lower bound 5 is above the upper bound -5",
                "head.yaw | { uniform: [1, 2, 3] } | must be two numbers",
                "head.yaw | { uniform: 5 } | must be two numbers",
                "head.yaw | { uniform: [-100, 5] } | head.yaw.uniform = -100  must be from -90 to 90 deg",
                "head.yaw | { normal: { mean: 0, sd: 1, min: -1 } } | head.yaw.normal.max  is missing",
                "head.yaw | { normal: { mean: 0, sd: 0, min: -1, max: 1 } } | the standard deviation is 0",
                "head.yaw | { normal: { mean: 0, sd: 1, min: 1, max: -1 } } | min 1 is not below max -1",
                "head.yaw | { normal: { mean: 80, sd: 1, min: -1, max: 1 } } | less than a millionth of the curve",
                "head.yaw | { normal: { mean: 0, sd: 1, min: -1, max: 1, top: 3 } } | head.yaw.normal.top = 3  there is no such key",
                "head.yaw | { grid: [] } | the grid has no values",
                "head.yaw | { grid: [1, 1.0] } | holds a value twice",
                "head.yaw | { grid: 5 } | must be a list or a range",
                "head.yaw | { grid: { from: 0, to: 5, step: 0 } } | head.yaw.grid.step = 0  must be above 0",
                "head.yaw | { grid: { from: 5, to: 0, step: 1 } } | from 5 is above to 0",
                "head.yaw | { grid: { from: 0, to: 5 } } | must hold either step or count",
                "head.yaw | { grid: { from: 0, to: 5, step: 1, count: 2 } } | must hold either step or count",
                "head.yaw | { grid: { from: 0, step: 1 } } | head.yaw.grid.to  is missing",
                "head.yaw | { grid: { from: 0, to: 90, step: 0.00001 } } | makes 9000001 values; one grid may have 10000",
                "head.yaw | { grid: { from: 0, to: 1e300, step: 1e-300 } } | one grid may have 10000",
                "head.yaw | { grid: { from: 0, to: 120, step: 1 } } | must be from -90 to 90 deg",
                "subject.skin_tone | 5.5 | must be a whole number from 1 to 10",
                "subject.skin_tone | { grid: { from: 1, to: 4, step: 0.5 } } | must be a whole number from 1 to 10",
                "subject.skin_tone | { choice: { 2: 1, 02: 1 } } | remove the leading zero",
                "subject.skin_tone | { choice: { 2: 0 } } | the sum of the weights is 0.0",
                "subject.skin_tone | { choice: { 2: -1, 3: 2 } } | a weight is 0 or more",
                "subject.skin_tone | { choice: [2, 2] } | is listed twice",
                "subject.skin_tone | { choice: 2 } | must list what to choose from",
                "subject.sex | { choice: [] } | the sum of the weights is 0.0",
                "subject.sex | { choice: [femal] } | did you mean 'female'?",
                "subject.sex | { uniform: [0, 1] } | needs numbers, but the values are female, male",
                "subject.sex | { grid: { from: 0, to: 1, step: 1 } } | needs numbers",
                "subject.sex | no | is no word"
            })
    void faultsOfAParameter(String parameter, String said, String answer) {
        assertThat(problems(HEAD + "parameters:\n  " + parameter + ": " + said))
                .contains(answer)
                .startsWith("bad.yaml:5  ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NO | put it in quotes",
                "Faces | must be lower-case letters and digits",
                "'a b' | must be lower-case",
                "../etc | must be lower-case",
                "'' | must be lower-case",
                "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' | at most 64"
            })
    void faultsOfTheName(String name, String answer) {
        assertThat(problems("limner: 1\nname: " + name + "\nsamples: 1"))
                .startsWith("bad.yaml:2  name")
                .contains(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "samples: 0 | samples = 0  must be a whole number from 1 to 1000000000000",
                "samples: 1e3 | write 1000",
                "seed: 1 | samples  is missing  add samples: 64, or a grid"
            })
    void faultsOfTheCount(String line, String answer) {
        assertThat(problems("limner: 1\nname: a\n" + line)).contains(answer);
    }

    @Test
    void aGridOfMillionsOfMillionsIsCountedAndRefused() {
        String grids = """
                limner: 1
                name: a
                parameters:
                  head.yaw: { grid: { from: -50, to: 49.99, step: 0.01 } }
                  head.roll: { grid: { from: -50, to: 49.99, step: 0.01 } }
                  head.pitch: { grid: { from: -50, to: 49.99, step: 0.01 } }
                """;

        assertThat(problems(grids)).contains("the grids make 1000000000000 samples  if you mean it, write samples:");
        assertThat(SpecReader.parse(grids + "samples: 1000000000000", "good").samples())
                .isEqualTo(1_000_000_000_000L);
    }

    @Test
    void everyProblemIsReportedAtOnceInTheOrderOfTheFile() {
        assertThat(problems("name: B\nsamples: 0\nparameters:\n  head.yaw: x\n  head.rol: 1\nseed: x\n")
                        .lines())
                .hasSize(6)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("bad.yaml:1  limner  is missing"),
                        line -> assertThat(line).startsWith("bad.yaml:1  name = B"),
                        line -> assertThat(line).startsWith("bad.yaml:2  samples = 0"),
                        line -> assertThat(line).startsWith("bad.yaml:4  head.yaw = x"),
                        line -> assertThat(line).startsWith("bad.yaml:5  head.rol = 1"),
                        line -> assertThat(line).startsWith("bad.yaml:6  seed = x"));
    }

    @Test
    void problemsAreDataToo() {
        SpecException refused =
                catchThrowableOfType(SpecException.class, () -> SpecReader.parse(HEAD + "seed: x", "bad.yaml"));

        assertThat(refused.problems())
                .containsExactly(new SpecProblem(
                        "bad.yaml",
                        4,
                        "seed",
                        "x",
                        "must be a whole number from 0 to 9223372036854775807",
                        "write a number in decimal digits"));
    }

    @Test
    void longValuesAreCut() {
        assertThat(problems(HEAD + "labels: " + "x".repeat(10_000))).hasSizeLessThan(300);
    }

    @Test
    void anotherVersionIsRefused() {
        assertThat(problems("limner: 2\nname: a\nsamples: 1"))
                .isEqualTo(
                        "bad.yaml:1  limner = 2  this Limner reads version 1 of the spec language  use a Limner that reads"
                                + " version 2, or write limner: 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "just text | is not a spec: it must be a mapping",
                "[a, b] | is not a spec: it must be a mapping",
                "{ limner: 1 | is not YAML",
                "? [a]\\n: b | a key must be a word or a number",
                "# nothing | is empty",
                "a: 1\\n  b: 2 | bad.yaml:2  is not YAML",
                "limner: 1\\n---\\nlimner: 1 | bad.yaml:2  a second document begins",
                "limner: 1\\nimage:\\n\\twidth: 5 | bad.yaml:3  a tab indents this line  indent with spaces",
                "name: a\\u200Bb | bad.yaml:1  holds the invisible character U+200B",
                "name: a # \\u202E | bad.yaml:1  holds the invisible character U+202E",
                "limner: 1\\nlimner: 1 | bad.yaml:2  limner = 1  is written twice"
            })
    void faultsOfTheText(String text, String answer) {
        assertThat(problems(text.replace("\\n", "\n")
                        .replace("\\t", "\t")
                        .replace("\\u200B", "\u200B")
                        .replace("\\u202E", "\u202E")))
                .contains(answer);
    }

    @Test
    void faultsOfTheFile() throws Exception {
        assertThat(problemsOfFile(new byte[0])).contains("is empty");
        assertThat(problemsOfFile(new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, 0}))
                .contains("is not UTF-8 text");
        assertThat(problemsOfFile(new byte[] {'a', 0, 'b'})).contains("holds the invisible character U+0000");
        assertThat(problemsOfFile("limner: 1".getBytes(StandardCharsets.UTF_16)))
                .contains("is UTF-16, not UTF-8");
        assertThat(problemsOfFile(new byte[2_000_000])).contains("is larger than 1 MB");
        assertThat(problemsOfFile(folder)).contains("is a folder, not a spec");
        assertThat(problemsOfFile(folder.resolve("none.yaml"))).contains("none.yaml  does not exist");
    }

    @Test
    void bombsAreRefusedAtOnce() throws Exception {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(problemsOfFile(laughs.toString().getBytes(StandardCharsets.UTF_8)))
                .contains("uses the YAML anchor");
        assertThat(problemsOfFile("a: &a [*a]".getBytes(StandardCharsets.UTF_8)))
                .contains("uses the YAML anchor");
        assertThat(problemsOfFile(("[".repeat(10_000) + "]".repeat(10_000)).getBytes(StandardCharsets.UTF_8)))
                .contains("is nested deeper than 12 levels");
        assertThat(problemsOfFile("{a: ".repeat(10_000).getBytes(StandardCharsets.UTF_8)))
                .contains("is nested deeper than 12 levels");
    }
}
