package io.limner.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands that read specs and draw nothing: plan, diff, schema; and what whoever writes a bad spec is told. */
class SpecCommandsTest {
    private static final String HEAD = "limner: 1\nname: a\nsamples: 200\n";
    private static final int SCREEN = 40;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int limner(Object... arguments) {
        return Limner.run(
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void refused(Path spec, String answer) {
        for (String command : new String[] {"plan", "render", "preview"}) {
            err.getBuffer().setLength(0);
            Path place = folder.resolve("drawn.png");
            assertThat(command.equals("plan") ? limner(command, spec) : limner(command, spec, "--out", place))
                    .as(command)
                    .isEqualTo(2);
            assertThat(place).as("what was drawn").doesNotExist();
            assertThat(err.toString()).contains(answer).doesNotContain("\tat ").doesNotContain("Exception");
            assertThat(err.toString().lines().count()).isLessThan(SCREEN);
        }
    }

    /** One of each bad spec, by every command that takes a spec: line, key, value, rule, remedy, exit code 2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is empty",
                "limner: 1\\n\\tname: a | :2  a tab indents this line  indent with spaces",
                "limner: 1\\nname: a\\nname: b\\nsamples: 1 | :3  name = b  is written twice  remove one of the two",
                "limner: 1\\nname: a\\nsampels: 1 | :3  sampels = 1  there is no such key; known are limner, include, name and 12 more  did you"
                        + " mean 'samples'?",
                "limner: 1\\nname: !!str a\\nsamples: 1 | :2  uses the YAML tag",
                "a: &a [x, x]\\nb: &b [*a, *a] | :1  uses the YAML anchor &a",
                "limner: 1\\nname: a\\nsamples: &s 1\\nseed: *s | uses the YAML anchor",
                "limner: 1\\nname: a\\nlabels: &l [depth, *l] | :3  uses the YAML anchor &l",
                "limner: 1\\nname: NO\\nsamples: 1 | :2  name = NO  is no word: other YAML tools read it as a boolean",
                "limner: 1\\nname: a\\nsamples: 1e3 | :3  samples = 1e3  must be a whole number from 1 to 1000000000000  write 1000",
                "limner: 1\\nname: a\\nsamples: 010 | :3  samples = 010 ",
                "limner: 1\\nname: a\\nsamples: 1\\nparameters: { head.yaw: .nan } | :4  head.yaw = .nan  must be a number  write a finite number",
                "limner: 1\\nname: a\\nsamples: 1\\nparameters: { head.yaw: .inf } | :4  head.yaw = .inf",
                "limner: 1\\nname: a\\nsamples: 1\\nimage: { width: 0 } | :4  image.width = 0  must be a whole number from 16 to 8192",
                "limner: 1\\nname: a\\nsamples: 1\\nimage: { width: -1 } | image.width = -1",
                "limner: 1\\nname: a\\nsamples: 1\\nimage: { width: 2147483648 } | image.width = 2147483648",
                "limner: 1\\nname: a\\nparameters: { head.yaw: { grid: { from: -50, to: 49.99, step: 0.01 } }, head.roll: { grid: { from: -50,"
                        + " to: 49.99, step: 0.01 } }, head.pitch: { grid: { from: -50, to: 49.99, step: 0.01 } } } | the grids make"
                        + " 1000000000000 samples  if you mean it, write samples:",
                "limner: 1\\nname: a\\nsamples: 1\\nparameters: { head.yaw: { grid: [] } } | the grid has no values",
                "limner: 1\\nname: a\\nsamples: 1\\nparameters: { head.yaw: { grid: { from: 0, to: 9, step: 0 } } } | head.yaw.grid.step = 0 "
                        + " must be above 0",
                "limner: 1\\nname: a\\nsamples: 1\\nparameters: { head.yaw: { uniform: [5, -5] } } | the lower bound 5 is above the upper bound"
                        + " -5  write [low, high]",
                "limner: 1\\nname: a\\nsamples: 1\\nparameters: { subject.sex: { choice: { female: 0, male: 0 } } } | the sum of the weights is 0",
                "limner: 1\\nname: a\\nsamples: 1\\nseed: 9223372036854775808 | seed = 9223372036854775808  must be a whole number",
                "limner: 1\\nname: a\\nsamples: 1\\n---\\nlimner: 1 | :4  a second document begins  keep one spec to a file",
                "limner: 9\\nname: a\\nsamples: 1 | :1  limner = 9  this Limner reads version 1",
                "limner: 1\\nname: a\\nsamples: 1\\nconditions: [{ when: subject.age > 95, then: { hair.stubble: 0 } }] | :4  conditions.when ="
                        + " subject.age > 95  can never hold, as the parameters are drawn  remove it, or draw subject.age more widely",
                "limner: 1\\nname: a\\nsamples: 10\\nparameters: { subject.sex: { quota: { female: 3, male: 3 } } } | :4  subject.sex = { quota: {"
                        + " female: 3, male: 3 } }  cannot be met: the counts add up to 6, and there are 10 samples"
            })
    void badSpecsOfText(String text, String answer) throws IOException {
        refused(file("bad.yaml", text.replace("\\n", "\n").replace("\\t", "\t")), answer);
    }

    @Test
    void exclusionsThatLeaveNothingAreRefusedBeforeAnythingIsDrawn() throws IOException {
        refused(
                file("a.yaml", HEAD + "exclude: [head.yaw > -59.999]"),
                "exclude: sample 0 fell into an exclusion 1000 times running; exclude less");
    }

    /** What a dataset keeps of its spec is all of it. */
    @Test
    void theTextOfASpecHoldsWhatItIncludes() throws IOException {
        file("base.yaml", HEAD + "seed: 5");
        Path spec = file("a.yaml", "include: base.yaml\nname: b\n");
        SpecArguments arguments = CommandLine.populateCommand(new SpecArguments(), spec.toString(), "--set", "seed=6");

        assertThat(arguments.text()).isEqualTo("""
                include: base.yaml
                name: b

                # It includes base.yaml:
                #   limner: 1
                #   name: a
                #   samples: 200
                #   seed: 5

                # Drawn with these settings on the command line:
                #   --set 'seed=6'
                """);
    }

    @Test
    void badSpecsOfBytes() throws IOException {
        refused(
                Files.write(folder.resolve("binary.yaml"), new byte[] {0x50, 0x4B, 3, 4, (byte) 0xFF}),
                "is not UTF-8 text");
        refused(
                Files.write(folder.resolve("wide.yaml"), "limner: 1".getBytes(StandardCharsets.UTF_16)),
                "is UTF-16, not UTF-8");
        refused(Files.write(folder.resolve("large.yaml"), new byte[50_000_000]), "is larger than 1 MB");
        refused(file("deep.yaml", "[".repeat(10_000)), "is nested deeper than 12 levels");
        refused(
                file("hidden.yaml", "limner: 1\nname: a\u202Eb\nsamples: 1"),
                ":2  holds the invisible character U+202E");
        refused(file("thin.yaml", "limner: 1\nname: a\u200Bb\nsamples: 1"), ":2  holds the invisible character U+200B");
    }

    /** A byte-order mark before UTF-8 is an editor's habit and no mistake. */
    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        assertThat(limner("plan", file("bom.yaml", "\uFEFF" + HEAD))).isZero();
    }

    @Test
    void aPlanProvesAndStrictRefuses() throws IOException {
        Path spec = file(
                "a.yaml",
                HEAD + "parameters: { subject.sex: { quota: [female, male] }, subject.age: { bins: [18, 40, 80] } }");

        assertThat(limner("plan", spec, "--slots", "10", "--price", "2", "--strict"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "200 samples counted, all there are",
                        "female: 100   male: 100",
                        "18 to 40: 100   40 to 80: 100")
                .contains("quotas       1 counted", "duplicates   0", "cost         about 0.0")
                .doesNotContain("warning");

        assertThat(limner("plan", spec, "--strict", "--min-stratum", "101")).isEqualTo(2);
        assertThat(out.toString()).contains("warning: subject.sex female has 100 samples, fewer than 101");
        assertThat(err.toString()).contains("--strict: the plan of a has 4 warnings");
    }

    @Test
    void aLargePlanLooksAtSome() throws IOException {
        assertThat(limner(
                        "plan",
                        file("a.yaml", HEAD),
                        "--set",
                        "samples=1000000000",
                        "--set",
                        "head.yaw={uniform: [-5, 5]}"))
                .isZero();
        assertThat(out.toString()).contains("100,000 samples looked at, spread over all");
        assertThat(limner("plan", folder.resolve("a.yaml"), "--look", "0")).isZero();
        assertThat(limner("plan", folder.resolve("a.yaml"), "--look", "-1")).isEqualTo(2);
        assertThat(limner("plan", folder.resolve("a.yaml"), "--price", "-1")).isEqualTo(2);
        assertThat(limner("plan", folder.resolve("a.yaml"), "--measure", "0")).isEqualTo(2);
        assertThat(limner("plan", folder.resolve("a.yaml"), "--min-stratum", "-3"))
                .isEqualTo(2);
    }

    /** Somebody's first plan says what there is and cries no wolf. */
    @Test
    void theFirstPlanIsQuiet() {
        assertThat(limner("plan", Path.of(System.getProperty("limner.root"), "examples", "quickstart.yaml")))
                .isZero();
        assertThat(out.toString()).contains("head.yaw").doesNotContain("warning");
    }

    @Test
    void aValueThatNobodyHasIsWarnedOfUnasked() throws IOException {
        Path spec = file("a.yaml", HEAD + "parameters: { subject.sex: { choice: { female: 1, male: 0.00001 } } }");
        assertThat(limner("plan", spec)).isZero();
        assertThat(out.toString()).contains("warning: subject.sex male has 0 samples, fewer than 1");
    }

    @Test
    void aSweptSampleKeepsItsNumberOnTheSheet() throws IOException {
        DatasetSpec spec = SpecReader.read(file("a.yaml", HEAD));
        ChosenSamples swept = CommandLine.populateCommand(
                new ChosenSamples(), "--sweep", "head.yaw", "--sample", "3", "--count", "3");
        SceneDesign around = new SceneDesign(swept.of(spec));
        assertThat(swept.ids(around.spec())).containsExactly(0L, 1L, 2L);
        assertThat(swept.caption(around.sample(1))).containsExactly("#3  head.yaw 0", "");

        ChosenSamples corners =
                CommandLine.populateCommand(new ChosenSamples(), "--corners", "head.yaw,head.pitch", "--sample", "7");
        around = new SceneDesign(corners.of(spec));
        assertThat(corners.caption(around.sample(0)))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("#7  head.yaw -");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20", "ds=2026-13-20", "ds=$(rm)", "ds=20261120", "ds=", "dt=2026-11-20", "ds=2026-02-30"})
    void aPartitionIsADay(String partition) throws IOException {
        assertThat(limner("plan", file("a.yaml", HEAD), "--partition", partition))
                .isEqualTo(2);
        assertThat(err.toString()).contains("must be a day; write e.g. --partition ds=2026-11-20");
    }

    @Test
    void partitionsDifferAndLandInFoldersOfTheirOwn() throws IOException {
        Path spec = file("a.yaml", HEAD);
        assertThat(limner("render", spec, "--dry-run", "--out", folder.resolve("out"), "--partition", "ds=2026-11-20"))
                .isZero();
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(limner("render", spec, "--dry-run", "--out", folder.resolve("out"), "--partition", "ds=2026-11-21"))
                .isZero();
        assertThat(out.toString().lines().findFirst())
                .isNotEqualTo(first.lines().findFirst());
    }

    @Test
    void aDifferenceIsTold() throws IOException {
        Path one = file("one.yaml", HEAD);
        Path two = file("two.yaml", HEAD + "parameters: { head.yaw: { uniform: [-5, 5] } }\n");

        assertThat(limner("diff", one, one)).isZero();
        assertThat(out.toString()).contains("changed      0", "The two say the same");
        assertThat(limner("diff", one, two)).isZero();
        assertThat(out.toString()).contains("changed      200", "    head.yaw in 200", "    samples 0-199");
        assertThat(limner("diff", one, folder.resolve("three.yaml"))).isEqualTo(2);
        assertThat(err.toString()).contains("three.yaml  does not exist");
    }

    @Test
    void theSchemaIsPrinted() {
        assertThat(limner("schema")).isZero();
        assertThat(out.toString()).startsWith("{").contains("\"head.yaw\"", "2020-12/schema");
    }

    @Test
    void previewsThatCannotBeAreRefused() throws IOException {
        Path spec = file("a.yaml", HEAD);
        for (String[] wrong : new String[][] {
            {"--sweep", "head.jaw"}, {"--corners", "head.yaw,head.jaw"}, {"--sweep", "head.yaw", "--random"},
            {"--sweep", "head.yaw", "--sample", "200"}, {"--ids", "3,200"}, {"--ids", "x"}
        }) {
            err.getBuffer().setLength(0);
            Object[] arguments = new Object[wrong.length + 4];
            arguments[0] = "preview";
            arguments[1] = spec;
            arguments[2] = "--out";
            arguments[3] = folder.resolve("sheet.png");
            System.arraycopy(wrong, 0, arguments, 4, wrong.length);
            assertThat(limner(arguments)).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(err.toString()).doesNotContain("\tat ");
        }
        assertThat(folder.resolve("sheet.png")).doesNotExist();
    }
}
