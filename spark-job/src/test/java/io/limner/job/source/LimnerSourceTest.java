package io.limner.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.config.BadInputException;
import io.limner.job.execute.Sampler;
import io.limner.job.execute.SamplerPool;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.Specs;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.LabelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimnerSourceTest {
    private static final int SAMPLES = 20;

    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static Path spec;

    @BeforeAll
    static void start() throws IOException {
        spec = Files.writeString(folder.resolve("flat.yaml"), Specs.text(SAMPLES));
        spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
    }

    @AfterAll
    static void stop() throws IOException {
        spark.close();
    }

    private static Dataset<Row> faces() {
        return spark.read()
                .format(FlatSource.class.getName())
                .option("shardSize", 4)
                .load(spec.toString());
    }

    private static int drawnBy(Runnable query) {
        int before = FlatSamplers.DRAWN.get();
        query.run();
        return FlatSamplers.DRAWN.get() - before;
    }

    @Test
    void rowsAreThoseThatRenderWrites() {
        List<Row> rows = faces().orderBy("sample_id").collectAsList();
        assertThat(rows).hasSize(SAMPLES);
        assertThat(rows.get(0).schema().fieldNames())
                .containsExactlyElementsOf(Columns.of(Specs.of(SAMPLES)).names());
        try (Sampler sampler = FlatSamplers.sound().open(new SceneDesign(Specs.of(SAMPLES)), "auto")) {
            for (Row row : rows) {
                FaceSample sample = sampler.sample(row.getLong(0));
                assertThat((byte[]) row.<Row>getAs("image").get(0))
                        .isEqualTo(sample.drawing().image().bytes());
                assertThat(row.<String>getAs("label_hash"))
                        .isEqualTo(sample.drawing().labelHash());
                assertThat(row.<String>getAs("sample_hash"))
                        .isEqualTo(sample.provenance().sampleHash());
                assertThat(row.<Double>getAs("head_yaw"))
                        .isEqualTo(sample.scene().head().yaw());
                assertThat(row.getList(row.fieldIndex("landmarks_68_2d"))).hasSize(136);
            }
        }
    }

    @Test
    void aSlotMayBeAProcess() {
        assertThat(drawnBy(() -> assertThat(rows("process")).isEqualTo(rows("thread"))))
                .isEqualTo(SAMPLES);
        SamplerPool.process().closeWaiting();
        assertThatThrownBy(() -> rows("fibre")).hasMessageContaining("slot = fibre must be thread or process");
    }

    private List<Row> rows(String slot) {
        return spark.read()
                .format(FlatSource.class.getName())
                .option("slot", slot)
                .load(spec.toString())
                .select("sample_id", "image.bytes", "label_hash")
                .collectAsList();
    }

    @Test
    void theNameIsRegistered() {
        assertThat(spark.read().format("limner").load(spec.toString()).schema().fieldNames())
                .contains("image", "head_yaw");
    }

    @Test
    void parametersAloneDrawNothing() {
        assertThat(drawnBy(() -> {
                    List<Row> rows = faces().select("sample_id", "subject_age", "scene", "sample_hash", "spec_hash")
                            .collectAsList();
                    assertThat(rows).hasSize(SAMPLES);
                    assertThat(rows.get(3).getString(4))
                            .isEqualTo(Specs.of(SAMPLES).hash());
                }))
                .isZero();
        assertThat(drawnBy(() -> assertThat(faces().count()).isEqualTo(SAMPLES)))
                .isZero();
    }

    @Test
    void layersThatNobodyAsksForAreNotDrawn() {
        Columns picture = ColumnNeeds.columns(Specs.of(4), List.of("image", "sample_hash"));
        assertThat(ColumnNeeds.of(Specs.of(4), picture).spec().output().labels())
                .isEmpty();
        Columns depth = ColumnNeeds.columns(Specs.of(4), List.of("depth"));
        assertThat(ColumnNeeds.of(Specs.of(4), depth).spec().output().labels()).isEqualTo(Set.of(LabelKind.DEPTH));
        Columns hash = ColumnNeeds.columns(Specs.of(4), List.of("label_hash"));
        assertThat(ColumnNeeds.of(Specs.of(4), hash).spec()).isEqualTo(Specs.of(4));
        assertThat(drawnBy(() -> assertThat(faces().select("image.bytes").collectAsList())
                        .hasSize(SAMPLES)))
                .isEqualTo(SAMPLES);
    }

    @Test
    void filtersOnParametersDecideBeforeDrawing() {
        SceneDesign design = new SceneDesign(Specs.of(SAMPLES));
        long old = java.util.stream.LongStream.range(0, SAMPLES)
                .filter(id -> design.scene(id).subject().age() > 40
                        && design.scene(id).subject().sex().toString().equalsIgnoreCase("female"))
                .count();
        assertThat(old).isBetween(1L, SAMPLES - 1L);
        Dataset<Row> chosen =
                faces().where("subject_age > 40 and subject_sex = 'female'").select("sample_id", "image");
        assertThat(drawnBy(() -> assertThat(chosen.collectAsList()).hasSize((int) old)))
                .isEqualTo((int) old);
        Dataset<Row> two = faces().where("sample_id in (3, 11)").select("pixel_hash");
        assertThat(drawnBy(() -> assertThat(two.collectAsList()).hasSize(2))).isEqualTo(2);
    }

    @Test
    void aLimitDrawsNoMoreThanItMust() {
        assertThat(drawnBy(() -> assertThat(faces().select("image").limit(3).collectAsList())
                        .hasSize(3)))
                .isEqualTo(3);
    }

    @Test
    void aLimitPlansNoMorePartitionsThanItMust() {
        TableOptions options = new TableOptions("auto", OptionalInt.of(4), false);
        LimnerScanBuilder builder = new LimnerScanBuilder(Specs.of(SAMPLES), options, FlatSamplers.sound());
        assertThat(builder.build().toBatch().planInputPartitions()).hasSize(5);
        assertThat(builder.pushLimit(5)).isTrue();
        assertThat(builder.build().toBatch().planInputPartitions()).hasSize(2);
    }

    @Test
    void wrongOptionsAreExplained() {
        assertThatThrownBy(() -> spark.read().format("limner").load()).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> spark.read()
                        .format("limner")
                        .option("shardSize", 0)
                        .load(spec.toString())
                        .count())
                .hasMessageContaining("shardSize = 0");
        assertThatThrownBy(() -> spark.read()
                        .format("limner")
                        .option("device", "tpu")
                        .load(spec.toString())
                        .count())
                .hasMessageContaining("tpu is not a device");
    }
}
