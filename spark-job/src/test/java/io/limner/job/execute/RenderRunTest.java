package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.config.BadInputException;
import io.limner.job.config.RenderSettings;
import io.limner.job.fixture.Farm;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.ForwardingSampler;
import io.limner.job.fixture.Quiet;
import io.limner.job.fixture.Specs;
import io.limner.job.fixture.StoredDataset;
import io.limner.job.write.Manifest;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderRunTest {
    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void place() {
        out = folder.resolve("a set");
    }

    @Test
    void anySlotsAndShardsGiveTheSameRows() throws IOException {
        Manifest one = Farm.draw(Specs.settings(10, 4, out), 1, FlatSamplers.sound(), new Quiet());
        Path other = folder.resolve("other");
        Farm.draw(Specs.settings(10, 3, other), 2, FlatSamplers.sound(), new Quiet());
        assertThat(one.totals())
                .isEqualTo(new Manifest.Totals(10, 0, 3, one.totals().bytes(), Map.of()));
        assertThat(StoredDataset.rows(out)).hasSize(10).isEqualTo(StoredDataset.rows(other));
        assertThat(StoredDataset.names(out)).containsExactlyInAnyOrder("data", "_limner", "README.md");
        assertThat(out.resolve("_limner/lease.json")).doesNotExist();
        assertThat(Files.readString(out.resolve("_limner/spec.yaml"))).isEqualTo(Specs.text(10));
    }

    @Test
    void aSecondRunDrawsNothingAndStartsNoSpark() throws IOException {
        Farm.draw(Specs.settings(6, 3, out), FlatSamplers.sound());
        RenderRun again = new RenderRun(Specs.settings(6, 3, out), new Configuration());
        assertThat(again.complete()).isPresent();
        FlatSamplers samplers = FlatSamplers.sound();
        again.draw(
                () -> {
                    throw new AssertionError("Spark is not needed");
                },
                samplers,
                new Quiet(),
                run -> {});
        assertThat(samplers.drawn()).isZero();
    }

    @Test
    void onlyWhatIsMissingOrDamagedIsDrawnAgain() throws IOException {
        Manifest whole = Farm.draw(Specs.settings(12, 3, out), FlatSamplers.sound());
        Path missing = StoredDataset.shards(out).get(1);
        Path damaged = StoredDataset.shards(out).get(3);
        Files.delete(missing);
        Files.write(damaged, new byte[] {1, 2, 3});
        Files.write(out.resolve("data/.part-x.tmp"), new byte[] {1});
        RenderRun run = new RenderRun(Specs.settings(12, 3, out), new Configuration());
        assertThat(run.complete()).isEmpty();

        Quiet progress = new Quiet();
        Manifest mended = Farm.draw(Specs.settings(12, 3, out), 1, FlatSamplers.sound(), progress);
        assertThat(progress.there()).isEqualTo(6);
        assertThat(progress.receipts())
                .extracting(receipt -> receipt.shard().index())
                .containsExactlyInAnyOrder(1L, 3L);
        assertThat(mended.by(null)).isEqualTo(whole.by(null));
        assertThat(mended.run().drawn()).isEqualTo(6);
        assertThat(out.resolve("data/.part-x.tmp")).doesNotExist();
    }

    @Test
    void theManifestIsLast() throws IOException {
        RenderSettings settings = Specs.settings(6, 3, out);
        assertThatThrownBy(() -> new RenderRun(settings, new Configuration())
                        .draw(
                                () -> SparkStart.start(SparkStart.configuration(Optional.of("local[1]"), "test")),
                                FlatSamplers.sound(),
                                new Quiet(),
                                run -> {
                                    assertThat(StoredDataset.rows(out)).hasSize(6);
                                    throw new IOException("the driver died here");
                                }))
                .hasMessage("the driver died here");
        assertThat(out.resolve(Manifest.FILE)).doesNotExist();
        FlatSamplers samplers = FlatSamplers.sound();
        Farm.draw(settings, samplers);
        assertThat(samplers.drawn()).isZero();
        assertThat(out.resolve(Manifest.FILE)).exists();
    }

    @Test
    void badSamplesAreRowsUpToTheBudget() throws IOException {
        FlatSamplers bad = new FlatSamplers(Set.of(1L), Set.of(4L));
        Manifest manifest = Farm.draw(Specs.settings(6, 3, out, 2), bad);
        assertThat(manifest.totals().failed()).isEqualTo(2);
        assertThat(manifest.totals().failures()).isEqualTo(Map.of("UNDRAWABLE", 1L, RowSource.SAMPLER_BROKE, 1L));
        assertThat(manifest.run().executors()).singleElement().satisfies(executor -> assertThat(executor.samples())
                .isEqualTo(6));
        assertThat(StoredDataset.failures(out)).containsExactly("1 UNDRAWABLE", "4 " + RowSource.SAMPLER_BROKE);
    }

    @Test
    void overTheBudgetTheRunStops() {
        FlatSamplers bad = new FlatSamplers(Set.of(1L, 4L), Set.of());
        assertThatThrownBy(() -> Farm.draw(Specs.settings(6, 3, out, 1), bad))
                .isInstanceOf(TooManyFailuresException.class)
                .hasMessageContaining("samples could not be drawn (UNDRAWABLE 2), and --max-failures 1 allows 1")
                .hasMessageContaining("Sample 4: UNDRAWABLE, it was asked for")
                .hasMessageContaining("Finished shards stay");
        assertThat(out.resolve(Manifest.FILE)).doesNotExist();
    }

    @Test
    void failuresOfEarlierRunsCountWithTheirCodes() throws IOException {
        FlatSamplers bad = new FlatSamplers(Set.of(1L, 4L), Set.of());
        Farm.draw(Specs.settings(6, 3, out, 2), bad);
        assertThatThrownBy(() -> Farm.draw(Specs.settings(6, 3, out, 1), FlatSamplers.sound()))
                .isInstanceOf(TooManyFailuresException.class)
                .hasMessageContaining("2 of 6 samples could not be drawn (UNDRAWABLE 2)");
    }

    @Test
    void aBrokenRunStopsInTheMidstOfItsShards() throws IOException {
        FlatSamplers broken = new FlatSamplers(LongStream.range(8, 400).boxed().collect(Collectors.toSet()), Set.of());
        assertThatThrownBy(() -> Farm.draw(Specs.settings(400, 8, out, 20), 2, new Slow(broken, 100), new Quiet()))
                .isInstanceOf(TooManyFailuresException.class)
                .hasMessageContaining("--max-failures 20 allows 20");
        assertThat(StoredDataset.shards(out).size()).isBetween(1, 10);
        assertThat(StoredDataset.rows(out)).anyMatch(row -> !row.endsWith("failed"));
    }

    /** Takes its time, as a renderer does. */
    private record Slow(SamplerFactory quick, long millis) implements SamplerFactory {
        @Override
        public Sampler open(SceneDesign design, String device) {
            Sampler sampler = quick.open(design, device);
            return new ForwardingSampler(sampler) {
                @Override
                public FaceSample sample(long sampleId) {
                    LockSupport.parkNanos(millis * 1_000_000L);
                    return sampler.sample(sampleId);
                }
            };
        }
    }

    @Test
    void progressIsHeardOfBeforeAShardIsFinished() throws IOException {
        Quiet progress = new Quiet();
        Farm.draw(Specs.settings(8, 8, out), 1, new Slow(FlatSamplers.sound(), 400), progress);
        assertThat(progress.mostInFlight()).isBetween(1L, 8L);
        assertThat(progress.receipts()).hasSize(1);
    }

    @Test
    void aRunLeavesNoSamplerOpen() throws IOException {
        FlatSamplers samplers = FlatSamplers.sound();
        Farm.draw(Specs.settings(2, 2, out), samplers);
        Farm.draw(Specs.settings(2, 2, folder.resolve("other")), samplers);
        assertThat(samplers.opened()).isEqualTo(2);
    }

    /** A sample that takes too long is ended, and told of, by the task that asks for it. */
    @Test
    void whatHasALimitOfTimeIsOpenedAheadAndDrawsNothing() throws IOException {
        RenderRun run = new RenderRun(Specs.settings(2, 2, out), new Configuration());
        FlatSamplers samplers = FlatSamplers.sound();
        run.openAhead(new Limited(samplers));
        SamplerPool.process().closeWaiting();
        assertThat(samplers.opened()).isEqualTo(1);
        assertThat(samplers.drawn()).isZero();
        run.openAhead(samplers);
        SamplerPool.process().closeWaiting();
        assertThat(samplers.drawn()).isEqualTo(1);
    }

    /**
     * Samplers of which a sample that takes too long is ended.
     *
     * @param within who draws
     */
    private record Limited(FlatSamplers within) implements SamplerFactory {
        @Override
        public Sampler open(SceneDesign design, String device) {
            return within.open(design, device);
        }

        @Override
        public boolean limitsTime() {
            return true;
        }
    }

    @Test
    void aPlaceOfAnotherDatasetIsRefusedWithTheDifference() throws IOException {
        Farm.draw(Specs.settings(6, 3, out), FlatSamplers.sound());
        assertThatThrownBy(() -> new RenderRun(Specs.settings(7, 3, out), new Configuration()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("samples: 6 -> 7");
        assertThatThrownBy(() -> new RenderRun(Specs.settings(6, 2, out), new Configuration()))
                .hasMessageContaining("shard size: 3 -> 2");
        RenderSettings unsaid = Specs.settings(6, 3, out);
        RenderSettings resumed = new RenderSettings(
                unsaid.spec(), unsaid.specText(), unsaid.out(), OptionalInt.empty(), unsaid.drawing());
        assertThat(new RenderRun(resumed, new Configuration()).plan().shardSize())
                .isEqualTo(3);
    }

    @Test
    void aPlaceFullOfSomethingElseIsRefused() throws IOException {
        Files.createDirectories(out);
        Files.createFile(out.resolve("thesis.tex"));
        assertThatThrownBy(() -> new RenderRun(Specs.settings(6, 3, out), new Configuration()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("thesis.tex");
    }
}
