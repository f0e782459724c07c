package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told whose conditions, quotas, variants, subjects, splits or includes cannot be met. */
class StructureProblemsTest {
    private static final String HEAD = "limner: 1\nname: a\nsamples: 100\n";

    @TempDir
    private Path folder;

    private static String problems(String text) {
        SpecException refused = catchThrowableOfType(SpecException.class, () -> SpecReader.parse(text, "bad.yaml"));
        assertThat(refused).as("%s is accepted", text).isNotNull();
        assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.remedy())
                .isNotBlank());
        return refused.getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "head.yaw: { quota: { 0: 60, 10: 30 } } | head.yaw = { quota: { 0: 60, 10: 30 } }  cannot be met: the counts add up to"
                        + " 90, and there are 100 samples  write counts that add up to 100",
                "head.yaw: { quota: { 0: 0 } } | the sum of the counts is 0",
                "head.yaw: { quota: { 0: -5 } } | must be a whole number from 0",
                "head.yaw: { quota: { 0: 1.5 } } | must be a whole number from 0",
                "head.yaw: { quota: [1, 1] } | is listed twice",
                "head.yaw: { quota: 5 } | must list values",
                "head.yaw: { log_uniform: [-5, 5] } | the lower bound -5 has no logarithm",
                "camera.distance: { log_uniform: [900, 300] } | the lower bound 900 is above the upper bound 300",
                "head.yaw: { beta: { alpha: 0, beta: 1, min: 0, max: 1 } } | the shape 0 is outside 0.1 to 1000",
                "head.yaw: { beta: { alpha: 1, beta: 1, min: 1, max: 1 } } | min 1 is not below max 1",
                "head.yaw: { beta: { alpha: 1, beta: 1 } } | head.yaw.beta.min  is missing",
                "head.yaw: { bins: [5, 3] } | the edge 3 is not above 5",
                "head.yaw: { bins: [5] } | bins need 2 to",
                "head.yaw: { bins: 5 } | must list the edges",
                "subject.sex: { bins: [1, 2] } | needs numbers",
                "head.yaw: { sobol: [5, 3] } | the lower bound 5 is above",
                "head.yaw: { sobol: 5 } | must say what to spread",
                "head.yaw: { sobol: { grid: [1, 2] } } | must hold exactly one of choice, uniform, log_uniform, normal, beta",
                "head.yaw: { sobol: { uniform: [1, 2], group: 'A B' } } | must be lower-case letters",
                "head.yaw: { lhs: { uniform: [1, 2], group: a } } | must hold exactly one of",
                "head.yaw: { copy: head.jaw } | must name a parameter  did you mean 'head.yaw'?",
                "head.yaw: { copy: head.yaw } | follows from itself: head.yaw <- head.yaw  draw one of them by itself",
                "subject.skin_tone: { copy: subject.age } | can come to 18 to 80, and must be from 1 to 10 Monk",
                "head.yaw: { copy: { of: head.pitch, offset: 80 } } | can come to 50 to 110, and must be from -90 to 90 deg  keep it"
                        + " inside, as in max(a, min(b, ...))",
                "head.yaw: { copy: subject.sex } | copies names, which are no numbers",
                "subject.sex: { copy: head.yaw } | copies numbers, which are no names",
                "head.yaw: { copy: { of: head.pitch, ofset: 8 } } | did you mean 'offset'?",
                "head.yaw: { expression: '1 / head.pitch' } | may divide by zero",
                "head.yaw: { expression: 'head.pitch *' } | ends too early",
                "head.yaw: { expression: 'head.pitsch' } | mentions head.pitsch, and there is no such parameter  did you mean"
                        + " 'head.pitch'?",
                "head.yaw: { expression: 'system(1)' } | ends before '('",
                "head.yaw: { expression: 'head.pitch; 2' } | has a character at '; 2' that no formula has",
                "head.yaw: { expression: 'head.pitch > 2' } | is no number",
                "head.yaw: { expression: 'subject.sex + 2' } | has subject.sex beside '+', which is no number",
                "head.yaw: { expression: '' } | says nothing",
                "head.yaw: { expression: [1] } | must be a formula"
            })
    void distributions(String said, String answer) {
        assertThat(problems(HEAD + "parameters:\n  " + said)).contains(answer).startsWith("bad.yaml:5  ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "conditions: [{ when: subject.age > 90, then: { hair.stubble: 0 } }] | conditions.when = subject.age > 90  can never hold, as"
                        + " the parameters are drawn  remove it, or draw subject.age more widely",
                "conditions: [{ when: subject.age > 80, then: { hair.stubble: 0 } }] | can never hold",
                "conditions: [{ when: subject.age > 50 and subject.age < 40, then: { hair.stubble: 0 } }] | can never hold",
                "conditions: [{ when: not (subject.age > 10 or head.yaw > 0), then: { hair.stubble: 0 } }] | can never hold",
                "conditions: [{ when: head.yaw + 200 < head.pitch, then: { hair.stubble: 0 } }] | can never hold",
                "conditions: [{ when: 1 > 2, then: { hair.stubble: 0 } }] | can never hold",
                "conditions: [{ when: hair.style = mohawk, then: { hair.stubble: 0 } }] | compares hair.style with 'mohawk', which it never"
                        + " is: it is one of bald, buzz",
                "conditions: [{ when: hair.style < bald, then: { hair.stubble: 0 } }] | puts names in order",
                "conditions: [{ when: hair.style = 3, then: { hair.stubble: 0 } }] | which is another kind of value",
                "conditions: [{ when: head.yaw, then: { hair.stubble: 0 } }] | is neither true nor false",
                "conditions: [{ when: head.yaw > 3 }] | conditions.then  is missing",
                "conditions: [{ when: head.yaw > 3, then: {} }] | sets no parameter",
                "conditions: [{ when: head.yaw > 3, than: { hair.stubble: 0 } }] | did you mean 'then'?",
                "conditions: [{ when: head.yaw > 3, then: { hair.stuble: 0 } }] | did you mean 'hair.stubble'?",
                "conditions: [{ when: head.yaw > 3, then: { head.yaw: 0 } }] | follows from itself",
                "conditions: [{ when: head.yaw > 3, then: { hair.stubble: { grid: [0, 1] } } }] | cannot be counted out where a condition"
                        + " holds  use a variant",
                "conditions: [{ when: head.yaw > 3, then: { hair.stubble: { sobol: [0, 1] } } }] | cannot be counted out",
                "conditions: { when: head.yaw > 3 } | conditions = { when: head.yaw > 3 }  must be a list",
                "exclude: head.yaw > 3 | must be a list",
                "exclude: [head.yaw > 90] | exclude = head.yaw > 90  can never hold",
                "exclude: [head.yaw >= -90] | leaves no sample",
                "exclude: [capture.seed >= 0] | leaves no sample",
                "exclude: [subject.identity_strength = 1 or head.yaw > 200] | leaves no sample",
                "exclude: [((((((((((((((((((((((((((((((((((((((((((head.yaw)))))))))))))))))))))))))))))))))))))))))) > 3] | is nested deeper"
                        + " than 40",
                "exclude: ['head.yaw > 9e999'] | has a number beyond 1.7e308",
                "variants: [] | must be a list of variants",
                "variants: [{ name: core, samples: 90 }] | samples",
                "variants: [{ name: core, samples: 50 }, { name: core, samples: 50 }] | is the name of two variants",
                "variants: [{ name: Core!, samples: 100 }] | must be lower-case",
                "variants: [{ name: core }] | variants.samples  is missing",
                "variants: [{ name: core, samples: 100, parameters: { head.yaw: { quota: { 1: 3 } } } }] | cannot be met: the counts add up"
                        + " to 3, and there are 100 samples of variant core",
                "per_subject: 7 | 7 samples of each subject do not make the 100 samples",
                "per_subject: 0 | must be a whole number from 1 to 1000000",
                "per_subject: { samples: 5, keep: [subjects] } | is no parameter, and no parameter's name begins so",
                "per_subject: { samples: 5, keep: [subject], vary: [head] } | says again what keep says",
                "per_subject: { keep: [subject] } | per_subject.samples  is missing",
                "split: { train: 1 } | must give at least two parts",
                "split: { train: 1, test: 0 } | must be a whole number from 1 to 10000",
                "split: { train: 9999, test: 9999 } | adds up to more than 10000",
                "split: { Train!: 1, test: 1 } | must be lower-case",
                "include: base.yaml | can be said in files only"
            })
    void structure(String said, String answer) {
        assertThat(problems(HEAD + said)).contains(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exclude: [head.yaw = 5]\\nparameters: { head.yaw: { grid: [5, 10] } } | mentions only what is fixed or counted, which"
                        + " cannot be drawn again",
                "per_subject: 5\\nparameters: { subject.age: { expression: 'max(18, head.yaw)' } } | is to be the same for all samples of"
                        + " a subject, but follows from head.yaw",
                "per_subject: 5\\nparameters: { subject.sex: { quota: { female: 52, male: 48 } } } | every subject has 5 samples",
                "split: { a: 1, b: 1 }\\nparameters: { subject.identity_seed: 4 } | would put one person into several parts",
                "split: { a: 1, b: 1 }\\nparameters: { subject.identity_seed: { uniform: [0, 50] } } | would put one person",
                "split: { a: 1, b: 1 }\\nparameters: { subject.identity_seed: { uniform: [0, 1000] } } | can repeat people",
                "split: { a: 1, b: 1 }\\nparameters: { subject.identity_seed: { lhs: [0, 9] } } | can repeat people",
                "per_subject: 5\\nparameters: { head.yaw: { grid: [5, 10] } }\\nexclude: [head.yaw = 5 and subject.age > 30]"
                        + " | would draw subject.age again for one sample, but all samples of a subject share it  vary it",
                "split: { a: 1, b: 1 }\\nper_subject: { samples: 2, vary: [subject] } | varies within a subject",
                "parameters:\\n  head.yaw: { copy: head.roll }\\n  head.roll: { copy: head.pitch }\\n  head.pitch: { copy: head.yaw }"
                        + " | follows from itself: head.pitch <- head.yaw <- head.roll <- head.pitch",
                "variants: [{ name: a, samples: 50 }, { name: b, samples: 60 }] | samples = 100  is not the 110 that the variants add up to"
            })
    void together(String said, String answer) {
        assertThat(problems(HEAD + said.replace("\\n", "\n"))).contains(answer);
    }

    /** A condition of the base may hold in one variant only; one of a variant must hold there. */
    @Test
    void aConditionMustHoldSomewhere() {
        String variants = """
                limner: 1
                name: a
                parameters: { subject.age: { uniform: [20, 50] } }
                conditions: [{ when: subject.age > 60, then: { hair.stubble: 0 } }]
                variants:
                  - { name: core, samples: 5 }
                  - { name: old, samples: 5, parameters: { subject.age: { uniform: [60, 80] } } }
                """;
        assertThat(SpecReader.parse(variants, "good").samples()).isEqualTo(10);
        assertThat(problems(variants.replace("[60, 80]", "[30, 40]")))
                .contains("bad.yaml:4  conditions.when")
                .contains("can never hold");
    }

    private DatasetSpec read(String main, String base) throws Exception {
        Files.createDirectories(folder.resolve("below"));
        Files.writeString(folder.resolve("below/base.yaml"), base);
        Files.writeString(folder.resolve("main.yaml"), main);
        return SpecReader.read(folder.resolve("main.yaml"));
    }

    @Test
    void anIncludedFileLiesBelow() throws Exception {
        DatasetSpec spec = read(
                "include: below/base.yaml\nname: upper\nimage: { format: png }\nparameters: { head.yaw: 5 }\nexclude: [head.roll > 5]",
                "limner: 1\nname: lower\nsamples: 7\nimage: { width: 64, height: 32 }\nparameters: { head.yaw: 1, head.pitch: 2 }\n"
                        + "exclude: [head.roll < -5]");

        assertThat(spec.name()).isEqualTo("upper");
        assertThat(spec.samples()).isEqualTo(7);
        assertThat(spec.output().image()).isEqualTo(new ImageSettings(64, 32, ImageFormat.PNG, 100));
        assertThat(spec.parameters().get("head.yaw")).isEqualTo(new Fixed(Value.of(5)));
        assertThat(spec.parameters().get("head.pitch")).isEqualTo(new Fixed(Value.of(2)));
        assertThat(spec.composition().recipe().exclusions())
                .extracting(Formula::text)
                .containsExactly("head.roll < -5", "head.roll > 5");
        assertThat(SpecReader.declared(folder.resolve("main.yaml"), List.of("gaze.yaw=1")))
                .containsExactly("head.yaw", "head.pitch", "gaze.yaw");
    }

    @Test
    void aProblemOfAnIncludedFileHasThatFilesLine() throws Exception {
        SpecException refused = catchThrowableOfType(
                SpecException.class,
                () -> read(
                        "include: below/base.yaml\nname: upper",
                        "limner: 1\nsamples: 7\nparameters:\n  head.yaw: 500"));

        assertThat(refused.getMessage()).contains("below/base.yaml:4  head.yaw = 500  must be from -90 to 90 deg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../base.yaml | must be beside the spec or below it",
                "/etc/passwd | must be beside the spec or below it",
                "main.yaml | includes itself",
                "absent.yaml | does not exist",
                "\"a\\0.yaml\" | is no name of a file",
                "below | is a folder, not a spec",
                "[a] | must name one file"
            })
    void includesThatAreRefused(String file, String answer) throws Exception {
        SpecException refused = catchThrowableOfType(
                SpecException.class, () -> read("include: " + file + "\nlimner: 1\nname: a\nsamples: 1", "x: 1"));

        assertThat(refused.getMessage()).contains(answer);
    }

    @Test
    void anIncludeIsForFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("plain.yaml"), "limner: 1\nname: a\nsamples: 1");
        SpecException refused =
                catchThrowableOfType(SpecException.class, () -> SpecReader.read(file, List.of("include=other.yaml")));

        assertThat(refused.getMessage())
                .isEqualTo("--set  include = other.yaml  can be said in files only  write it into the spec");
    }

    @Test
    void aQuotaMakesNoMoreSamplesThanASpecMaySay() {
        assertThat(
                        problems(
                                "limner: 1\nname: a\nparameters: { subject.sex: { quota: { female: 1000000000000, male: 1 } } }"))
                .contains("a quota counts 1000000000001  keep it at most 1000000000000");
    }

    @Test
    void aLinkThatLeadsOutIsRefused(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("secret.yaml"), "limner: 1");
        Files.createSymbolicLink(folder.resolve("link.yaml"), elsewhere.resolve("secret.yaml"));
        SpecException refused = catchThrowableOfType(
                SpecException.class, () -> read("include: link.yaml\nlimner: 1\nname: a\nsamples: 1", "x: 1"));

        assertThat(refused.getMessage()).contains("must be beside the spec or below it");
    }
}
