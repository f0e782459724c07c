package io.limner.job.source;

import static org.apache.spark.sql.functions.col;
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
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.catalyst.plans.logical.Statistics;
import org.apache.spark.sql.execution.SparkPlan;
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
                .config("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
                .config("spark.sql.catalog.lake.type", "hadoop")
                .config(
                        "spark.sql.catalog.lake.warehouse",
                        folder.resolve("lake").toString())
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
        int before = FlatSource.SAMPLERS.drawn();
        query.run();
        return FlatSource.SAMPLERS.drawn() - before;
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
        long old = LongStream.range(0, SAMPLES)
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

    /** Rows are asked for in parallel by the second of each pair, which therefore has nothing but the scan to stop it. */
    @Test
    void aLimitDrawsNoMoreThanItMust() {
        for (int limit : new int[] {3, 5, 9}) {
            Dataset<Row> some = faces().select("image").limit(limit);
            assertThat(drawnBy(() -> assertThat(some.collectAsList()).hasSize(limit)))
                    .isEqualTo(limit);
            assertThat(drawnBy(() ->
                            assertThat(some.repartition(3).collectAsList()).hasSize(limit)))
                    .isEqualTo(limit);
        }
        Dataset<Row> first =
                faces().select("image", "sample_id").orderBy("sample_id").limit(6);
        assertThat(drawnBy(() -> assertThat(first.collectAsList())
                        .extracting(row -> row.getLong(1))
                        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L)))
                .isEqualTo(6);
        Dataset<Row> turned = faces().where("head_yaw > 0").select("image", "head_yaw");
        int all = turned.collectAsList().size();
        assertThat(all).isGreaterThan(4);
        assertThat(drawnBy(() -> assertThat(turned.limit(4).repartition(2).collectAsList())
                        .hasSize(4)))
                .isEqualTo(4);
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
    void aMillionSamplesAreCountedWithoutDrawing() throws IOException {
        Path million = Files.writeString(folder.resolve("million.yaml"), Specs.text(1_000_000));
        spark.sql("CREATE TABLE million USING " + FlatSource.class.getName() + " OPTIONS (path '" + million + "')");
        assertThat(drawnBy(() -> {
                    assertThat(number("SELECT count(*) FROM million")).isEqualTo(1_000_000);
                    assertThat(number("SELECT count(*) FROM million WHERE head_yaw > 30"))
                            .isBetween(1L, 500_000L);
                }))
                .isZero();
        SceneDesign design = new SceneDesign(Specs.of(1_000_000));
        long first = LongStream.range(0, 5_000)
                .filter(id -> design.scene(id).head().yaw() > 30
                        && design.scene(id).subject().age() <= 40)
                .count();
        assertThat(number(
                        "SELECT count(1) FROM million WHERE head_yaw > 30 AND subject_age <= 40 AND sample_id < 5000"))
                .isEqualTo(first);
    }

    private static long number(String query) {
        return spark.sql(query).head().getLong(0);
    }

    @Test
    void geometryIsComputedAndNotDrawn() {
        Dataset<Row> geometry = faces().select(
                        "landmarks_68_2d", "landmarks_68_3d", "landmarks_68_visibility", "face_box", "head_pose");
        assertThat(drawnBy(() -> {
                    List<Row> rows = geometry.collectAsList();
                    assertThat(rows).hasSize(SAMPLES);
                    assertThat(rows)
                            .allSatisfy(row -> assertThat(row.getList(1)).hasSize(204));
                    assertThat(rows.get(0)).isNotEqualTo(rows.get(1));
                }))
                .isZero();
        assertThat(drawnBy(() -> faces().select("head_box").collectAsList())).isEqualTo(SAMPLES);
    }

    /** What Spark shows on the page of a query. */
    @Test
    void aQuerySaysHowManySamplesItDrew() {
        assertThat(drawnSamples(faces().select("image").where("sample_id < 6"))).isEqualTo(6);
        assertThat(drawnSamples(faces().select("landmarks_68_2d"))).isZero();
    }

    private static long drawnSamples(Dataset<Row> query) {
        query.collectAsList();
        SparkPlan scan = query.queryExecution().executedPlan().collectLeaves().head();
        return scan.metrics().apply(DrawnSamples.NAME).value();
    }

    @Test
    void sparkKnowsHowMuchThereIs() {
        Statistics all = statistics(faces());
        assertThat(all.rowCount().get().longValue()).isEqualTo(SAMPLES);
        long size = all.sizeInBytes().longValue();
        assertThat(size).isGreaterThan(SAMPLES * 32L * 24);
        assertThat(statistics(faces().select("head_yaw")).sizeInBytes().longValue())
                .isLessThan(size / 10);
        assertThat(statistics(faces().select("image").limit(5)).rowCount().get().longValue())
                .isEqualTo(5);
    }

    private static Statistics statistics(Dataset<Row> query) {
        return query.queryExecution().optimizedPlan().stats();
    }

    @Test
    void optionsChangeTheSpec() {
        Dataset<Row> changed = spark.read()
                .format(FlatSource.class.getName())
                .option("set.samples", 3)
                .option("set.head.yaw", "{ fixed: 12.5 }")
                .option("set.image.width", 40)
                .load(spec.toString());
        List<Row> rows = changed.select("head_yaw", "width").collectAsList();
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.getDouble(0)).isEqualTo(12.5);
            assertThat(row.getInt(1)).isEqualTo(40);
        });
        assertThatThrownBy(() -> spark.read()
                        .format("limner")
                        .option("set.head.jaw", "0")
                        .load(spec.toString()))
                .hasMessageContaining("--set")
                .hasMessageContaining("head.yaw");
    }

    @Test
    void aTableInSql() {
        spark.sql("CREATE TABLE faces USING " + FlatSource.class.getName() + " OPTIONS (path '" + spec
                + "', shardSize '4', 'set.samples' '12')");
        assertThat(drawnBy(() -> {
                    assertThat(number("SELECT count(*) FROM faces")).isEqualTo(12);
                    assertThat(
                                    number(
                                            "SELECT count(head_yaw) FROM faces GROUP BY subject_sex HAVING count(*) > 0 LIMIT 1"))
                            .isBetween(1L, 12L);
                }))
                .isZero();
        assertThat(drawnBy(() -> assertThat(
                                spark.sql("SELECT image FROM faces LIMIT 5").collectAsList())
                        .hasSize(5)))
                .isEqualTo(5);
        assertThat(spark.sql("DESCRIBE faces").collectAsList().stream().map(row -> row.getString(0)))
                .contains("image", "landmarks_68_2d", "head_yaw");
    }

    @Test
    void aNameThatSparkKnowsIsATable() {
        spark.sql("CREATE TABLE named USING limner OPTIONS (spec '" + spec + "')");
        assertThat(number("SELECT count(*) FROM named WHERE split IS NOT NULL")).isZero();
        assertThat(number("SELECT count(*) FROM named")).isEqualTo(SAMPLES);
    }

    /** Parquet and Iceberg, by Spark's own writers: they give back what was drawn, pictures, lists and structs included. */
    @Test
    void sparksWritersKeepTheRows() throws NoSuchTableException, TableAlreadyExistsException {
        Dataset<Row> first = faces().where("sample_id < 4");
        List<Row> drawn = first.orderBy("sample_id").collectAsList();
        String files = folder.resolve("parquet").toString();
        assertThat(drawnBy(() -> first.write().parquet(files))).isEqualTo(4);
        assertThat(spark.read().parquet(files).orderBy("sample_id").collectAsList())
                .isEqualTo(drawn);

        String[] some = {"sample_id", "subject_sex", "head_yaw", "image", "landmarks_68_2d", "face_box", "scene"};
        Dataset<Row> fewer = first.selectExpr(some);
        fewer.writeTo("lake.sets.faces").partitionedBy(col("subject_sex")).create();
        assertThat(spark.table("lake.sets.faces").orderBy("sample_id").collectAsList())
                .isEqualTo(fewer.orderBy("sample_id").collectAsList());
        faces().where("sample_id >= 4 and sample_id < 6")
                .selectExpr(some)
                .writeTo("lake.sets.faces")
                .append();
        assertThat(number("SELECT count(*) FROM lake.sets.faces")).isEqualTo(6);
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
        Map.of(
                        "shard_size",
                        "shardSize",
                        "samples",
                        "set.samples",
                        "head.yaw",
                        "set.head.yaw",
                        "image.width",
                        "set.image.width")
                .forEach((slip, meant) -> assertThatThrownBy(() ->
                                spark.read().format("limner").option(slip, 1).load(spec.toString()))
                        .hasMessage("there is no option " + slip + "; did you mean " + meant + "?"));
    }
}
