package io.limner.job.source;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.Columns;
import io.limner.schema.spec.DatasetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;

/** One reading of the table: its partitions are the plan's shards, and no more of them than a limit needs. */
final class LimnerScan implements Scan, Batch, SupportsReportStatistics {
    /** So many samples are held against the filters here, to know which are enough for a limit. */
    private static final long LOOKS = 20_000;

    private final DatasetSpec spec;
    private final ScanOrder order;
    private final Columns wanted;
    private final Plan plan;
    private final long limit;

    LimnerScan(DatasetSpec spec, ScanOrder order, Plan plan, long limit) {
        this.spec = spec;
        this.order = order;
        this.wanted = ColumnNeeds.columns(spec, order.columns());
        this.plan = plan;
        this.limit = limit;
    }

    @Override
    public StructType readSchema() {
        return SparkColumns.schema(wanted);
    }

    @Override
    public String description() {
        return "limner: " + String.join(", ", wanted.names());
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        List<InputPartition> partitions = new ArrayList<>();
        SceneFilter filter = new SceneFilter(new SceneDesign(spec), order.filters());
        long missing = limit;
        for (long index = 0; index < plan.shards() && missing > 0; index++) {
            Shard shard = plan.shard(index);
            partitions.add(new SamplePartition(shard, missing));
            if (limit < Long.MAX_VALUE) {
                missing -= passing(filter, shard, missing);
            }
        }
        return partitions.toArray(InputPartition[]::new);
    }

    /** How many rows of a shard are there for sure; 0 for a shard that would take long to look through. */
    private long passing(SceneFilter filter, Shard shard, long most) {
        if (order.filters().isEmpty()) {
            return Math.min(most, shard.count());
        }
        long passing = 0;
        for (long id = shard.firstSampleId(); id < Math.min(shard.endSampleId(), LOOKS) && passing < most; id++) {
            passing += filter.passes(id) ? 1 : 0;
        }
        return passing;
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new DrawnRowsFactory(order);
    }

    /** At most so many rows: what filters leave is not known before. */
    @Override
    public Statistics estimateStatistics() {
        long rows = Math.min(plan.samples(), limit);
        long bytes = RowSize.bytes(spec, wanted);
        return new Statistics() {
            @Override
            public OptionalLong sizeInBytes() {
                return OptionalLong.of(rows > Long.MAX_VALUE / bytes ? Long.MAX_VALUE : rows * bytes);
            }

            @Override
            public OptionalLong numRows() {
                return OptionalLong.of(rows);
            }
        };
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return new CustomMetric[] {new DrawnSamples()};
    }
}
