package io.limner.job.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.config.BadInputException;
import io.limner.job.execute.Sampler;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.Specs;
import io.limner.job.plan.Plan;
import io.limner.job.write.Destination;
import io.limner.job.write.Manifest;
import io.limner.job.write.RecordedPlan;
import io.limner.job.write.ShardReceipt;
import io.limner.job.write.ShardWriter;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
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
        List<ShardReceipt> receipts = new ArrayList<>();
        try (Sampler sampler = FlatSamplers.sound().open(new SceneDesign(spec), "auto")) {
            for (long index = 0; index < plan.shards(); index++) {
                try (ShardWriter writer = new ShardWriter(destination, spec, plan, plan.shard(index))) {
                    for (int i = 0; i < plan.shard(index).count(); i++) {
                        writer.write(
                                change.apply(sampler.sample(plan.shard(index).firstSampleId() + i)));
                    }
                    receipts.add(writer.commit());
                }
            }
        }
        Manifest.of(spec, plan, "test", receipts).publish(destination);
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
            byte[] half = java.util.Arrays.copyOf(drawing.layers().depth().bytes(), 40);
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
        Files.write(shard(0), java.util.Arrays.copyOf(whole, whole.length - 100));
        Files.delete(shard(1));
        Files.createFile(folder.resolve("data/stranger.parquet"));
        assertThat(findings())
                .extracting(Finding::toString)
                .anyMatch(text -> text.contains("part-00000") && text.contains("the manifest says"))
                .anyMatch(text -> text.contains("part-00000") && text.contains("cannot be read"))
                .anyMatch(text -> text.contains("part-00001") && text.contains("is missing"))
                .anyMatch(text -> text.contains("stranger.parquet: belongs to no shard"));
    }

    @Test
    void withoutAManifestItIsNotComplete() throws IOException {
        write(row -> row);
        Files.delete(folder.resolve(Manifest.FILE));
        assertThat(findings()).extracting(Finding::file).containsExactly(Manifest.FILE);
    }

    @Test
    void flippedBitsInPagesAreFound() throws IOException {
        write(row -> row);
        byte[] whole = Files.readAllBytes(shard(0));
        Random random = new Random(1);
        int rows = endOfRows(shard(0));
        int found = 0;
        for (int i = 0; i < 40; i++) {
            byte[] flipped = whole.clone();
            flipped[4 + random.nextInt(rows - 4)] ^= (byte) (1 << random.nextInt(8));
            Files.write(shard(0), flipped);
            found += findings().isEmpty() ? 0 : 1;
        }
        // The headers of pages have no check sum; what is wrong there and does not matter to a row is not found. These
        // rows have a
        // hundred small columns, each with its header, and hardly a picture.
        assertThat(found).isGreaterThanOrEqualTo(35);
    }

    /** Where the pages end and indexes begin, which a reader of all rows does not look at. */
    private static int endOfRows(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
            return (int) reader.getFooter().getBlocks().stream()
                    .flatMap(block -> block.getColumns().stream())
                    .mapToLong(chunk -> chunk.getStartingPos() + chunk.getTotalSize())
                    .max()
                    .orElseThrow();
        }
    }

    @Test
    void aPlaceThatIsNoDataset() {
        assertThatThrownBy(() -> new Verification(destination, new Configuration()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not a dataset of Limner");
    }
}
