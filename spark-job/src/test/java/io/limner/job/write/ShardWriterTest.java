package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.execute.Sampler;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.Specs;
import io.limner.job.plan.Plan;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardWriterTest {
    @TempDir
    private Path folder;

    @Test
    void onlyWhatRowsAreChosenByHasLimitsAndNumbersOfLabelsHaveNoDictionary() throws IOException {
        List<ColumnChunkMetaData> chunks = written(Specs.of(3));

        assertThat(chunks)
                .filteredOn(chunk -> chunk.getPath().toDotString().endsWith(".list.element"))
                .isNotEmpty()
                .allSatisfy(chunk -> {
                    assertThat(chunk.getEncodingStats().hasDictionaryPages()).isFalse();
                    assertThat(chunk.getStatistics().hasNonNullValue()).isFalse();
                });
        assertThat(chunks)
                .filteredOn(chunk -> chunk.getPath().toDotString().equals("head_yaw"))
                .singleElement()
                .satisfies(chunk ->
                        assertThat(chunk.getStatistics().hasNonNullValue()).isTrue());
    }

    private List<ColumnChunkMetaData> written(DatasetSpec spec) throws IOException {
        Configuration configuration = new Configuration();
        Destination destination = Destination.open(folder.toString(), configuration);
        Plan plan = Plan.of(spec, 3);
        try (Sampler sampler = FlatSamplers.sound().open(new SceneDesign(spec), "auto");
                ShardWriter writer = new ShardWriter(destination, spec, plan, plan.shard(0))) {
            for (int i = 0; i < 3; i++) {
                writer.write(sampler.sample(i));
            }
            writer.commit();
        }
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(
                destination.path(Destination.DATA, plan.fileName(plan.shard(0))), configuration))) {
            return reader.getFooter().getBlocks().get(0).getColumns();
        }
    }
}
