package io.limner.job.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.config.BadInputException;
import io.limner.job.execute.Sampler;
import io.limner.job.fixture.Farm;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.Quiet;
import io.limner.job.fixture.Specs;
import io.limner.job.plan.Plan;
import io.limner.job.write.Destination;
import io.limner.job.write.Manifest;
import io.limner.job.write.RecordedPlan;
import io.limner.job.write.ShardLedger;
import io.limner.job.write.ShardWriter;
import io.limner.job.write.StoredDataset;
import io.limner.schema.design.Place;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.FaceSample.Layers;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private final DatasetSpec spec = Specs.of(6);
    private final Plan plan = Plan.of(spec, 3);

    @TempDir
    private Path folder;

    private Destination destination;

    @BeforeEach
    void open() throws IOException {
        destination = Destination.open(folder.toString(), new Configuration());
    }

    /** Writes a dataset whose rows went through {@code change}. */
    private void write(UnaryOperator<FaceSample> change) throws IOException {
        RecordedPlan.of(spec, plan).publish(destination);
        try (ShardLedger receipts = new ShardLedger(plan);
                Sampler sampler = FlatSamplers.sound().open(new SceneDesign(spec), "auto")) {
            for (long index = 0; index < plan.shards(); index++) {
                try (ShardWriter writer = new ShardWriter(destination, spec, plan, plan.shard(index))) {
                    for (int i = 0; i < plan.shard(index).count(); i++) {
                        writer.write(
                                change.apply(sampler.sample(plan.shard(index).firstSampleId() + i)));
                    }
                    receipts.add(writer.commit());
                }
            }
            Manifest.of(spec, plan, "test", receipts).publish(destination, receipts);
        }
    }

    private List<Finding> findings() throws IOException {
        return new Verification(destination, new Configuration())
                .run(samples -> {})
                .findings();
    }

    private static UnaryOperator<FaceSample> drawing(long sampleId, UnaryOperator<Drawing> change) {
        return row -> row.sampleId() != sampleId
                ? row
                : new FaceSample(row.place(), row.scene(), row.provenance(), change.apply(row.drawing()), null);
    }

    private Path shard(int index) {
        return folder.resolve("data").resolve(plan.fileName(plan.shard(index)));
    }

    @Test
    void nothingIsWrongWithWhatWasWritten() throws IOException {
        write(row -> row);
        AtomicLong checked = new AtomicLong();
        Verification.Result result = new Verification(destination, new Configuration()).run(checked::addAndGet);
        assertThat(result.findings()).isEmpty();
        assertThat(checked).hasValue(6);
    }

    @Test
    void aPictureThatIsNotTheOneThatWasHashed() throws IOException {
        write(drawing(
                4,
                drawing -> new Drawing(
                        drawing.layers().normals(), drawing.labels(), drawing.layers(), "00", drawing.labelHash())));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("data/" + plan.fileName(plan.shard(1)));
            assertThat(finding.row()).isEqualTo(1);
            assertThat(finding.problem()).isEqualTo("pixel_hash is not that of the image");
            assertThat(finding.remedy()).contains("render");
        });
    }

    @Test
    void aLayerThatDoesNotDecode() throws IOException {
        write(drawing(0, drawing -> {
            byte[] half = Arrays.copyOf(drawing.layers().depth().bytes(), 40);
            EncodedImage broken = new EncodedImage(half, drawing.image().format(), 32, 24);
            Layers layers = new Layers(
                    drawing.layers().segmentation(), broken, drawing.layers().normals());
            return new Drawing(drawing.image(), drawing.labels(), layers, drawing.pixelHash(), drawing.labelHash());
        }));
        assertThat(findings()).singleElement().satisfies(finding -> assertThat(finding.problem())
                .startsWith("depth cannot be decoded"));
    }

    @Test
    void aLabelThatMoved() throws IOException {
        write(drawing(2, drawing -> {
            drawing.labels().landmarks().points2d()[5] += 1;
            return drawing;
        }));
        assertThat(findings()).singleElement().satisfies(finding -> assertThat(finding.problem())
                .isEqualTo("label_hash is not that of the labels"));
    }

    @Test
    void aSampleThatIsAnother() throws IOException {
        SceneDesign design = new SceneDesign(spec);
        write(row -> row.sampleId() == 1
                ? new FaceSample(row.place(), design.scene(2), row.provenance(), row.drawing(), null)
                : row);
        assertThat(findings())
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.startsWith("scene is not what"));
    }

    @Test
    void aSampleThatIsThereTwice() throws IOException {
        write(row -> row.sampleId() == 1
                ? new FaceSample(new Place(0, 0, null, null), row.scene(), row.provenance(), row.drawing(), null)
                : row);
        assertThat(findings()).extracting(Finding::problem).contains("sample_id is 0, where sample 1 must be");
    }

    @Test
    void filesThatAreMissingShortOrStrange() throws IOException {
        write(row -> row);
        byte[] whole = Files.readAllBytes(shard(0));
        Files.write(shard(0), Arrays.copyOf(whole, whole.length - 100));
        Files.delete(shard(1));
        Files.createFile(folder.resolve("data/stranger.parquet"));
        assertThat(findings())
                .extracting(Finding::toString)
                .anyMatch(text -> text.contains("part-00000") && text.contains("the manifest says"))
                .anyMatch(text -> text.contains("part-00000") && text.contains("is damaged"))
                .anyMatch(text -> text.contains("part-00001") && text.contains("is missing"))
                .anyMatch(text -> text.contains("stranger.parquet: belongs to no shard"));
    }

    @Test
    void withoutAManifestItIsNotComplete() throws IOException {
        write(row -> row);
        Files.delete(folder.resolve(Manifest.FILE));
        assertThat(findings()).extracting(Finding::file).containsExactly(Manifest.FILE);
    }

    /** Wherever in the file: pages, their headers, indexes, the footer, its length. */
    @Test
    void everyFlipAndEveryTruncationIsFound() throws IOException {
        write(row -> row);
        byte[] whole = Files.readAllBytes(shard(0));
        Random random = new Random(1);
        ShardCheck check = new ShardCheck(
                destination, plan, new RowCheck(StoredDataset.at(destination)), true, new Configuration());
        for (int i = 0; i < 100; i++) {
            byte[] damaged;
            if (i % 4 == 0) {
                damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
            } else {
                damaged = whole.clone();
                damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(shard(0), damaged);
            assertThat(check.check(plan.shard(0), Optional.empty()))
                    .as("damage " + i)
                    .isNotEmpty();
        }
    }

    @Test
    void anotherWholeFileIsNotTheOneThatWasListed() throws IOException {
        write(row -> row);
        byte[] listed = Files.readAllBytes(folder.resolve(Manifest.FILE));
        write(drawing(1, drawing -> {
            drawing.labels().landmarks().points2d()[5] += 1;
            return drawing;
        }));
        Files.write(folder.resolve(Manifest.FILE), listed);
        assertThat(findings())
                .extracting(Finding::problem)
                .contains("is whole, but not the file that the manifest lists");
    }

    @Test
    void whatIsDamagedIsRemovedAndJustThatIsDrawnAgain() throws IOException {
        Manifest drawn = Farm.draw(Specs.settings(6, 3, folder), FlatSamplers.sound());
        byte[] damaged = Files.readAllBytes(shard(1));
        damaged[damaged.length / 3] ^= 1;
        Files.write(shard(1), damaged);
        Files.createFile(folder.resolve("data/stranger.parquet"));
        Verification verification = new Verification(destination, new Configuration());
        assertThat(verification.repair(verification.run(samples -> {})))
                .containsExactly("data/" + plan.fileName(plan.shard(1)));
        assertThat(shard(1)).doesNotExist();
        assertThat(folder.resolve("data/stranger.parquet")).exists();
        assertThat(folder.resolve(Manifest.FILE)).doesNotExist();
        assertThat(folder.resolve("_limner/lease.json")).doesNotExist();

        Quiet progress = new Quiet();
        assertThat(Farm.draw(Specs.settings(6, 3, folder), 1, FlatSamplers.sound(), progress))
                .usingRecursiveComparison()
                .ignoringFields("run")
                .isEqualTo(drawn);
        assertThat(progress.receipts())
                .extracting(receipt -> receipt.shard().index())
                .containsExactly(1L);
        Files.delete(folder.resolve("data/stranger.parquet"));
        assertThat(findings()).isEmpty();
    }

    @Test
    void aSoundDatasetIsLeftAsItIs() throws IOException {
        Farm.draw(Specs.settings(6, 3, folder), FlatSamplers.sound());
        Verification verification = new Verification(destination, new Configuration());
        assertThat(verification.repair(verification.run(samples -> {}))).isEmpty();
        assertThat(folder.resolve(Manifest.FILE)).exists();
    }

    @Test
    void aPlaceThatIsNoDataset() {
        assertThatThrownBy(() -> new Verification(destination, new Configuration()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not a dataset of Limner");
    }
}
