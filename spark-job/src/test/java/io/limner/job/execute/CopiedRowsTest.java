package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.config.FailureBudget;
import io.limner.job.config.RenderSettings;
import io.limner.job.coverage.SpecDifference;
import io.limner.job.fixture.Farm;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.Quiet;
import io.limner.job.fixture.Specs;
import io.limner.job.fixture.StoredDataset;
import io.limner.job.verify.Verification;
import io.limner.job.write.Destination;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new version of a dataset, of which only what changed is drawn. */
class CopiedRowsTest {
    private static final String OLD = Specs.text(40);
    /** Turns the heads of some, leaves the others, has more samples and a split. */
    private static final String NEW = Specs.text(44)
            + "conditions: [{ when: subject.age > 50, then: { head.yaw: 0 } }]\nsplit: { train: 1, test: 1 }\n";

    /** The old version, drawn once. */
    @TempDir
    private static Path drawn;

    private static long unchanged;

    @TempDir
    private Path folder;

    private Path fresh;

    @BeforeAll
    static void drawTheOldOne() throws IOException {
        Farm.draw(settings(OLD, 7, drawn.resolve("old"), ""), FlatSamplers.sound());
        unchanged =
                40L - new SpecDifference(spec(OLD), spec(NEW), 100).changed().size();
        assertThat(unchanged).isBetween(10L, 30L);
    }

    @BeforeEach
    void place() {
        fresh = folder.resolve("fresh");
    }

    private static DatasetSpec spec(String text) {
        return SpecReader.parse(text, "a.yaml");
    }

    private static RenderSettings settings(String text, int shardSize, Path out, String earlier) {
        return new RenderSettings(
                spec(text),
                text,
                out.toString(),
                OptionalInt.of(shardSize),
                new RenderSettings.Drawing("auto", new FailureBudget(0, 0), earlier));
    }

    /** Draws a new version upon an old one; how many rows were copied. */
    private long copied(String text, Path old) throws IOException {
        FlatSamplers samplers = FlatSamplers.sound();
        Quiet progress = new Quiet();
        Farm.draw(settings(text, 11, fresh, old.toUri().toString()), 2, samplers, progress);
        long copied = progress.receipts().stream()
                .mapToLong(receipt -> receipt.work().copied())
                .sum();
        assertThat(samplers.drawn()).as("what is not copied is drawn").isEqualTo((int)
                (spec(text).samples() - copied));
        assertThat(new Verification(Destination.open(fresh.toString(), new Configuration()), new Configuration())
                        .run(samples -> {})
                        .findings())
                .isEmpty();
        return copied;
    }

    @Test
    void onlyWhatChangedIsDrawnAndTheRowsAreThoseOfAWholeDrawing() throws IOException {
        assertThat(copied(NEW, drawn.resolve("old"))).isEqualTo(unchanged);
        Path whole = folder.resolve("whole");
        Farm.draw(settings(NEW, 11, whole, ""), FlatSamplers.sound());
        assertThat(StoredDataset.rows(fresh)).hasSize(44).isEqualTo(StoredDataset.rows(whole));
        assertThat(StoredDataset.samples(fresh)).usingRecursiveComparison().isEqualTo(StoredDataset.samples(whole));
    }

    @Test
    void nothingIsTakenFromADamagedShard() throws IOException {
        Path old = folder.resolve("old");
        FileUtil.copy(
                drawn.resolve("old").toFile(),
                new org.apache.hadoop.fs.Path(old.toUri()).getFileSystem(new Configuration()),
                new org.apache.hadoop.fs.Path(old.toUri()),
                false,
                new Configuration());
        Path damaged = StoredDataset.shards(old).get(2);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 4;
        Files.write(damaged, bytes);
        Files.delete(StoredDataset.shards(old).get(4));
        assertThat(copied(NEW, old)).isPositive().isLessThan(unchanged);
    }

    @Test
    void anotherFormatChangesEveryRow() throws IOException {
        assertThat(copied(NEW.replace("width: 32", "width: 40"), drawn.resolve("old")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"flat, none, true", "flat of another build, none, false", "flat, another driver, false"})
    void rowsOfAnotherBuildOrDeviceOrDriverAreDrawnAnew(String renderer, String driver, boolean copied)
            throws IOException {
        Path other = folder.resolve("other");
        Farm.draw(settings(OLD, 7, other, ""), new Another(renderer, driver));
        assertThat(copied(NEW, other)).isEqualTo(copied ? unchanged : 0);
    }

    /** Says of its rows that a certain renderer and driver drew them. */
    private record Another(String renderer, String driver) implements SamplerFactory {
        @Override
        public Sampler open(SceneDesign design, String device) {
            Sampler flat = FlatSamplers.sound().open(design, device);
            return new Sampler() {
                @Override
                public FaceSample sample(long sampleId) {
                    FaceSample row = flat.sample(sampleId);
                    Provenance was = row.provenance();
                    return new FaceSample(
                            row.place(),
                            row.scene(),
                            new Provenance(was.specHash(), was.sampleHash(), renderer, driver, was.assets()),
                            row.drawing(),
                            null);
                }

                @Override
                public DrawnBy drawnBy() {
                    return new DrawnBy(renderer, driver);
                }

                @Override
                public void close() {
                    flat.close();
                }
            };
        }
    }
}
