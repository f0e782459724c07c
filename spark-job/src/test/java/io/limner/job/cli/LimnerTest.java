package io.limner.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.Farm;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.Specs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class LimnerTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path spec;

    @BeforeEach
    void write() throws IOException {
        spec = Files.writeString(folder.resolve("flat.yaml"), Specs.text(6));
    }

    private int limner(Object... arguments) {
        return Limner.run(
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private void refused(String reason, Object... arguments) {
        assertThat(limner(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(reason).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"render", "plan", "preview", "verify", "backfill", "diff", "doctor", "parameters", "schema"})
    void everyCommandHelpsWithExamples(String command) {
        assertThat(limner(command, "--help")).isZero();
        assertThat(out.toString()).contains("Examples:").contains("  limner " + command);
    }

    @Test
    void withoutACommandItHelps() {
        assertThat(limner()).isZero();
        assertThat(out.toString())
                .containsSubsequence(
                        "render ",
                        "plan ",
                        "preview ",
                        "verify ",
                        "diff ",
                        "backfill ",
                        "export ",
                        "assets ",
                        "doctor ")
                .containsSubsequence("doctor ", "bench ", "parameters ", "schema ", "Exit codes:")
                .contains("./limner test", "./limner setup");
        assertThat(limner("--version")).isZero();
        assertThat(out.toString()).contains("spec language 1");
    }

    @Test
    void commandsAreCalledAsTheyCallThemselves() {
        assertThat(Limner.commandLine(new String[0]).getSubcommands())
                .hasSize(12)
                .allSatisfy((name, command) -> {
                    Class<?> type = command.getCommandSpec().userObject().getClass();
                    assertThat(type.getAnnotation(Command.class).name()).isEqualTo(name);
                });
    }

    @Test
    void aMissingSpecIsNamed() {
        refused("nowhere.yaml", "plan", folder.resolve("nowhere.yaml"));
    }

    @Test
    void aFolderIsNoSpec() {
        refused(folder.toString(), "plan", folder);
    }

    @Test
    void anUnknownFlagIsNamed() {
        refused("--shard-sizes", "render", spec, "--shard-sizes", "3");
        refused("--shards", "render", spec, "--shards", "0", "--out", folder.resolve("out"));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aMisspeltCommandIsNamed() {
        refused("rendr", "rendr", spec);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001"})
    void aShardSizeMustBeOne(String size) {
        refused("--shard-size " + size, "render", spec, "--out", folder.resolve("out"), "--shard-size", size);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aNumberMustBeANumber() {
        refused("many", "render", spec, "--shard-size", "many");
    }

    @Test
    void anUnknownParameterIsRefusedWithTheNearest() throws IOException {
        Files.writeString(spec, Specs.text(6) + "parameters:\n  subject.agee: {fixed: 30}\n");
        refused("flat.yaml:8", "render", spec, "--out", folder.resolve("out"));
        assertThat(err.toString()).contains("subject.age");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aBackfillIsCheckedBeforeItDraws() throws IOException {
        Path there = folder.resolve("there");
        refused("is not a dataset", "backfill", folder.resolve("nothing"), "--labels", "alpha");
        Farm.draw(Specs.settings(6, 3, there), FlatSamplers.sound());
        refused("did you mean dense_landmarks?", "backfill", there, "--labels", "dense_landmark");
        refused("has landmarks, segmentation, depth, normals already", "backfill", there, "--labels", "alpha,depth");
        refused("is the dataset itself", "backfill", there, "--labels", "alpha", "--out", there);
        refused("lies within the other", "backfill", there, "--labels", "alpha", "--out", there.resolve("more"));
        refused("lies within the other", "backfill", there, "--labels", "alpha", "--out", folder);
        refused("--max-failures -1", "backfill", there, "--labels", "alpha", "--max-failures=-1");
        assertThat(limner("backfill", there, "--labels", "alpha", "--dry-run")).isZero();
        assertThat(out.toString())
                .contains("adding alpha to the 6 samples")
                .contains("there-2")
                .contains("nothing was drawn");
        Files.delete(there.resolve("_limner/manifest.json"));
        refused("is not complete", "backfill", there, "--labels", "alpha");
        assertThat(folder.resolve("there-2")).doesNotExist();
    }

    @Test
    void versionsAreNumbered() {
        assertThat(BackfillCommand.next("out/faces")).isEqualTo("out/faces-2");
        assertThat(BackfillCommand.next("s3a://b/faces-2/")).isEqualTo("s3a://b/faces-3");
        assertThat(BackfillCommand.next("faces-9")).isEqualTo("faces-10");
        // A day is no version, and the next day's part belongs to another run.
        assertThat(BackfillCommand.next("nightly/ds=2026-01-10")).isEqualTo("nightly/ds=2026-01-10-2");
        assertThat(BackfillCommand.next("run-2026/faces")).isEqualTo("run-2026/faces-2");
        assertThat(BackfillCommand.next("faces-01")).isEqualTo("faces-01-2");
    }

    @Test
    void overridesAreCheckedToo() {
        refused("samples", "plan", spec, "--set", "samples=none");
        refused("key=value", "plan", spec, "--set", "samples");
    }

    @Test
    void mastersAndDevicesAreChecked() {
        refused("--master everything", "render", spec, "--master", "everything", "--out", folder.resolve("out"));
        refused("--master local[0]", "render", spec, "--master", "local[0]", "--out", folder.resolve("out"));
        refused("--device tpu", "render", spec, "--device", "tpu", "--out", folder.resolve("out"));
        refused("--max-failures -1", "render", spec, "--max-failures=-1", "--out", folder.resolve("out"));
    }

    @Test
    void aFileIsNoDestination() throws IOException {
        refused("is a file", "render", spec, "--out", Files.createFile(folder.resolve("file")));
    }

    @Test
    void aSheetMustBeAPicture() {
        refused("must end with .png or .jpg", "preview", spec, "--out", folder.resolve("sheet.bmp"));
        refused("--count 0", "preview", spec, "--count", "0");
        refused("--columns -1", "preview", spec, "--columns", "-1");
        refused("--tile 8", "preview", spec, "--tile", "8");
        refused(
                "is a folder",
                "preview",
                spec,
                "--out",
                folder.resolve("flat.png").toFile().mkdir() ? folder.resolve("flat.png") : "");
    }

    @Test
    void aSheetThatCannotBeWrittenIsNamed() {
        refused("flat.yaml/sheet.png cannot be written", "preview", spec, "--out", spec.resolve("sheet.png"));
    }

    @Test
    void aGpuThatIsNotThereIsNamedBeforeAnythingIsWritten() {
        refused("--device gpu:9999", "render", spec, "--device", "gpu:9999", "--out", folder.resolve("out"));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void moreFilesThanARunCanKeepAccountOfNameTheRemedy() {
        Path place = folder.resolve("out");
        refused(
                "at least 100000",
                "render",
                spec,
                "--set",
                "samples=1000000000000",
                "--shard-size",
                "1",
                "--out",
                place);
    }

    @Test
    void aPlanCountsWithoutDrawing() {
        assertThat(limner("plan", spec, "--set", "samples=1000000000000", "--shard-size", "100"))
                .isZero();
        assertThat(out.toString()).contains("1,000,000,000,000").contains("10,000,000,000");
        assertThat(folder.toFile().list()).containsExactly("flat.yaml");
    }

    @Test
    void aDryRunWritesNothing() {
        assertThat(limner("render", spec, "--out", folder.resolve("out"), "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("nothing was drawn");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void parametersAreListedWithAllThatMatters() {
        assertThat(limner("parameters")).isZero();
        assertThat(out.toString()).contains("subject.age", "head.yaw", "default: {", "-90 to 90 degrees".split(" ")[0]);
        int all = out.getBuffer().length();
        out.getBuffer().setLength(0);
        assertThat(limner("parameters", "head.")).isZero();
        assertThat(out.getBuffer().length()).isLessThan(all / 4);
        refused("no parameter's name", "parameters", "nose.");
    }

    @Test
    void aCompleteDatasetIsFoundCompleteAndVerified() throws IOException {
        Path dataset = folder.resolve("out");
        Farm.draw(Specs.settings(6, 3, dataset), FlatSamplers.sound());
        assertThat(limner("render", spec, "--out", dataset)).isZero();
        assertThat(out.toString()).contains("complete").contains("all 6 samples");
        assertThat(limner("verify", dataset)).isZero();
        assertThat(out.toString()).contains("verified: all 6 samples");

        refused("samples: 6 -> 7", "render", spec, "--set", "samples=7", "--out", dataset);

        List<Path> shards = io.limner.job.fixture.StoredDataset.shards(dataset);
        Files.delete(shards.get(0));
        assertThat(limner("verify", dataset)).isEqualTo(1);
        assertThat(out.toString())
                .contains(shards.get(0).getFileName().toString())
                .contains("is missing");
    }

    @Test
    void whatIsNoEarlierVersionCannotBeCopiedFrom() throws IOException {
        Path old = folder.resolve("old");
        Farm.draw(Specs.settings(6, 3, old), FlatSamplers.sound());
        refused("is not a dataset of Limner", "render", spec, "--from", folder, "--out", folder.resolve("out"));
        refused("--from " + old + " is also where", "render", spec, "--from", old, "--out", old + "/");
        assertThat(folder.resolve("out")).doesNotExist();

        assertThat(limner(
                        "render",
                        spec,
                        "--set",
                        "head.yaw={uniform: [-5, 5]}",
                        "--from",
                        old,
                        "--out",
                        folder.resolve("out"),
                        "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("copying 0 of 6 samples from " + old);
    }

    @Test
    void damageIsRepairedOnRequest() throws IOException {
        Path dataset = folder.resolve("out");
        Farm.draw(Specs.settings(6, 3, dataset), FlatSamplers.sound());
        Path damaged = io.limner.job.fixture.StoredDataset.shards(dataset).get(1);
        Files.write(damaged, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        assertThat(limner("verify", dataset)).isEqualTo(1);
        assertThat(damaged).exists();
        assertThat(limner("verify", dataset, "--repair")).isZero();
        assertThat(damaged).doesNotExist();
        assertThat(out.toString())
                .contains("removed data/" + damaged.getFileName(), "run the same render command again");
    }

    @Test
    void whatIsNoDatasetCannotBeVerified() {
        refused("is not a dataset of Limner", "verify", folder);
    }
}
