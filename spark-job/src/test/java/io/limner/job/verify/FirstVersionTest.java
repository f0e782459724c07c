package io.limner.job.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.config.BadInputException;
import io.limner.job.export.Export;
import io.limner.job.export.ExportFormat;
import io.limner.job.fixture.StoredDataset;
import io.limner.job.write.Destination;
import io.limner.job.write.Manifest;
import io.limner.schema.sample.FaceSample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dataset that was drawn when version 1 was young, which every later version must read: columns, parameters and codes that came
 * later are missing from it. Its files are never drawn again.
 */
class FirstVersionTest {
    @TempDir
    private Path folder;

    private Path dataset;

    @BeforeEach
    void copy() throws Exception {
        dataset = folder.resolve("first");
        Path there = Path.of(FirstVersionTest.class.getResource("first-version").toURI());
        FileUtils.copyDirectory(there.toFile(), dataset.toFile());
    }

    private List<Finding> findings() throws Exception {
        Configuration hadoop = new Configuration();
        return new Verification(Destination.open(dataset.toString(), hadoop), hadoop)
                .run(samples -> {})
                .findings();
    }

    @Test
    void isRight() throws Exception {
        assertThat(findings()).isEmpty();
    }

    @Test
    void isReadRowByRow() throws Exception {
        List<FaceSample> rows = StoredDataset.samples(dataset);
        assertThat(rows).extracting(FaceSample::sampleId).containsExactly(0L, 1L, 2L, 3L);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.drawing().image().width()).isEqualTo(64);
            assertThat(row.drawing().labels().landmarks().points2d()[0]).isBetween(0f, 64f);
            assertThat(row.scene().camera().lens().distortion().k1()).isNotZero();
            assertThat(row.place().split()).isIn("train", "test");
        });
    }

    @Test
    void isExported() throws Exception {
        Configuration hadoop = new Configuration();
        Export export = new Export(Destination.open(dataset.toString(), hadoop), hadoop);
        for (ExportFormat format : ExportFormat.values()) {
            Path out = folder.resolve(format.name());
            assertThat(export.run(format, out, null, rows -> {}).samples())
                    .as("%s", format)
                    .isEqualTo(4);
            assertThat(out).isNotEmptyDirectory();
        }
    }

    /** Its shards could not be drawn again, so none is removed. */
    @Test
    void isNeverTakenApart() throws Exception {
        Path shard = StoredDataset.shards(dataset).get(1);
        byte[] bytes = Files.readAllBytes(shard);
        Files.write(shard, Arrays.copyOf(bytes, bytes.length / 2));
        Configuration hadoop = new Configuration();
        Verification verification = new Verification(Destination.open(dataset.toString(), hadoop), hadoop);
        Verification.Result result = verification.run(samples -> {});
        assertThat(result.findings()).isNotEmpty();
        assertThatThrownBy(() -> verification.repair(result))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("nothing was removed")
                .hasMessageContaining("with the version that drew it");
        assertThat(StoredDataset.shards(dataset)).hasSize(2);
        assertThat(dataset.resolve(Manifest.FILE)).exists();
    }

    /** No seal is no damage: these files never had one. */
    @Test
    void withoutAManifestItsShardsAreUnprovenButNotDamaged() throws Exception {
        Files.delete(dataset.resolve(Manifest.FILE));
        assertThat(findings())
                .singleElement()
                .extracting(Finding::toString)
                .asString()
                .contains(Manifest.FILE, "without a seal nothing proves", "use the version of Limner that drew");
    }

    /** Its plan is trusted by the hash that it gives, not by the one that its spec has today. */
    @Test
    void ofAnotherSpecItIsRefused() throws Exception {
        Path plan = dataset.resolve("_limner/plan.json");
        String text = Files.readString(plan);
        assertThat(text).contains("\"seed\" : 11");
        Files.writeString(plan, text.replace("\"seed\" : 11", "\"seed\" : 12"));
        assertThatThrownBy(this::findings).hasMessageContaining("was changed");
    }
}
