package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.config.FailureBudget;
import io.limner.job.config.RenderSettings;
import io.limner.job.fixture.Farm;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.ForwardingSampler;
import io.limner.job.fixture.Quiet;
import io.limner.job.fixture.Specs;
import io.limner.job.fixture.StoredDataset;
import io.limner.job.verify.Verification;
import io.limner.job.write.Destination;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that are added to a finished dataset. */
class ExtendedRowsTest {
    private static final String LESS = Specs.text(9).replace("[landmarks, segmentation, depth, normals]", "[depth]");
    private static final String MORE = Specs.text(9)
            .replace("[landmarks, segmentation, depth, normals]", "[depth, normals, dense_landmarks, amodal]");

    @TempDir
    private Path folder;

    private Path old;
    private Path fresh;

    @BeforeEach
    void place() {
        old = folder.resolve("old");
        fresh = folder.resolve("fresh");
    }

    private static RenderSettings settings(String text, Path out, Path earlier, long maxFailures) {
        return new RenderSettings(
                SpecReader.parse(text, "a.yaml"),
                text,
                out.toString(),
                OptionalInt.of(3),
                earlier == null
                        ? new RenderSettings.Drawing("auto", maxFailures)
                        : new RenderSettings.Drawing(
                                "auto",
                                new FailureBudget(maxFailures, 0),
                                earlier.toUri().toString(),
                                true));
    }

    private void extend(SamplerFactory samplers, long maxFailures) throws IOException {
        Farm.draw(settings(MORE, fresh, old, maxFailures), samplers);
    }

    private void isSound() throws IOException {
        for (Path place : List.of(old, fresh)) {
            assertThat(new Verification(Destination.open(place.toString(), new Configuration()), new Configuration())
                            .run(samples -> {})
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void theNewVersionIsWhatAWholeDrawingGivesAndTheOldOneStays() throws IOException {
        Farm.draw(settings(LESS, old, null, 0), FlatSamplers.sound());
        List<String> before = StoredDataset.rows(old);
        extend(FlatSamplers.sound(), 0);
        Path whole = folder.resolve("whole");
        Farm.draw(settings(MORE, whole, null, 0), FlatSamplers.sound());
        assertThat(StoredDataset.samples(fresh)).usingRecursiveComparison().isEqualTo(StoredDataset.samples(whole));
        assertThat(StoredDataset.rows(old)).isEqualTo(before);
        isSound();
    }

    /** Labels of a version that derived some otherwise: what a dataset has, it keeps. */
    @Test
    void columnsThatWereThereKeepTheirValues() throws IOException {
        Farm.draw(settings(LESS, old, null, 0), new Painted(Set.of(), "an older build"));
        Path sheet = StoredDataset.shards(old).get(0);
        byte[] bytes = Files.readAllBytes(sheet);
        extend(FlatSamplers.sound(), 0);
        FaceSample row = StoredDataset.samples(fresh).get(0);
        assertThat(row.drawing().layers().depth())
                .usingRecursiveComparison()
                .isEqualTo(StoredDataset.samples(old).get(0).drawing().layers().depth());
        assertThat(row.drawing().layers().normals()).isNotNull();
        assertThat(row.provenance().renderer()).isEqualTo("an older build; then flat");
        assertThat(row.provenance().driver()).isEqualTo("none");
        assertThat(Files.readAllBytes(sheet)).isEqualTo(bytes);
        isSound();
    }

    @Test
    void anotherPictureEndsTheRunWhichGoesOnLater() throws IOException {
        Farm.draw(settings(LESS, old, null, 0), FlatSamplers.sound());
        assertThatThrownBy(() -> extend(new Painted(Set.of(7L), "flat"), 0))
                .hasStackTraceContaining("Sample 7: PICTURE_DIFFERS, drawn again, its pixel hash is ");
        assertThat(fresh.resolve("_limner/manifest.json")).doesNotExist();
        assertThat(StoredDataset.shards(fresh)).hasSize(2);

        Quiet progress = new Quiet();
        Farm.draw(settings(MORE, fresh, old, 0), 1, FlatSamplers.sound(), progress);
        assertThat(progress.there()).isEqualTo(6);
        assertThat(progress.receipts()).hasSize(1);
        assertThat(StoredDataset.failures(fresh)).isEmpty();
        isSound();
    }

    @Test
    void anotherPictureIsAFailedRowWithinTheBudget() throws IOException {
        Farm.draw(settings(LESS, old, null, 0), FlatSamplers.sound());
        extend(new Painted(Set.of(4L), "flat"), 1);
        assertThat(StoredDataset.failures(fresh)).containsExactly("4 PICTURE_DIFFERS");
        isSound();
    }

    @Test
    void whatHadFailedStaysSo() throws IOException {
        Farm.draw(settings(LESS, old, null, 1), new FlatSamplers(Set.of(5L), Set.of()));
        FlatSamplers samplers = FlatSamplers.sound();
        extend(samplers, 1);
        assertThat(StoredDataset.failures(fresh)).containsExactly("5 UNDRAWABLE");
        assertThat(samplers.drawn()).isEqualTo(8);
        isSound();
    }

    /** Nor is it begun ahead: it may be what crashes the driver. */
    @Test
    void whatHadFailedIsNotEvenBegun() throws IOException {
        Farm.draw(settings(LESS, old, null, 1), new FlatSamplers(Set.of(5L), Set.of()));
        extend(new Wary(5), 1);
        assertThat(StoredDataset.failures(fresh)).containsExactly("5 UNDRAWABLE");
    }

    /**
     * Ends the run as soon as a sample is spoken of.
     *
     * @param never this one
     */
    private record Wary(long never) implements SamplerFactory {
        @Override
        public Sampler open(SceneDesign design, String device) {
            Sampler flat = FlatSamplers.sound().open(design, device);
            return new ForwardingSampler(flat) {
                @Override
                public FaceSample sample(long sampleId) {
                    assertThat(sampleId).isNotEqualTo(never);
                    return flat.sample(sampleId);
                }

                @Override
                public FaceSample sample(long sampleId, long... next) {
                    assertThat(next).doesNotContain(never);
                    return sample(sampleId);
                }
            };
        }
    }

    /** What failed before gives no shard room for what fails now: it would stay, and so would the end of the run. */
    @Test
    void failuresFromBeforeAreNoRoomForOthers() throws IOException {
        Farm.draw(settings(LESS, old, null, 1), new FlatSamplers(Set.of(2L), Set.of()));
        RenderSettings none = settings(MORE, fresh, old, 0);
        RenderSettings budget = new RenderSettings(
                none.spec(),
                none.specText(),
                none.out(),
                none.shardSize(),
                new RenderSettings.Drawing(
                        "auto", new FailureBudget(0, 0).plus(1), none.drawing().earlier(), true));
        assertThatThrownBy(() -> Farm.draw(budget, new Painted(Set.of(7L), "flat")))
                .hasStackTraceContaining("Sample 7: PICTURE_DIFFERS");
        Farm.draw(budget, FlatSamplers.sound());
        assertThat(StoredDataset.failures(fresh)).containsExactly("2 UNDRAWABLE");
        isSound();
    }

    @Test
    void aDamagedShardIsNoBase() throws IOException {
        Farm.draw(settings(LESS, old, null, 0), FlatSamplers.sound());
        Path damaged = StoredDataset.shards(old).get(1);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 4;
        Files.write(damaged, bytes);
        assertThatThrownBy(() -> extend(FlatSamplers.sound(), 0))
                .hasStackTraceContaining("no label can be added to")
                .hasStackTraceContaining("--repair");
    }

    /**
     * Paints some samples otherwise.
     *
     * @param others these
     * @param renderer what rows name
     */
    private record Painted(Set<Long> others, String renderer) implements SamplerFactory {
        @Override
        public Sampler open(SceneDesign design, String device) {
            Sampler flat = FlatSamplers.sound().open(design, device);
            return new Sampler() {
                @Override
                public FaceSample sample(long sampleId) {
                    FaceSample row = flat.sample(sampleId);
                    Drawing d = row.drawing();
                    Provenance was = row.provenance();
                    String hash = others.contains(sampleId) ? "0".repeat(64) : d.pixelHash();
                    return new FaceSample(
                            row.place(),
                            row.scene(),
                            new Provenance(was.specHash(), was.sampleHash(), renderer, was.driver(), was.assets()),
                            new Drawing(d.image(), d.labels(), d.layers(), hash, d.labelHash()),
                            null);
                }

                @Override
                public DrawnBy drawnBy() {
                    return new DrawnBy(renderer, "none");
                }

                @Override
                public void close() {
                    flat.close();
                }
            };
        }
    }
}
