package io.limner.job.source;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.schema.sample.Columns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;

/** One reading of the table: its partitions are the plan's shards. */
final class LimnerScan implements Scan, Batch {
    private final ScanOrder order;
    private final Columns wanted;
    private final Plan plan;

    LimnerScan(ScanOrder order, Columns wanted, Plan plan) {
        this.order = order;
        this.wanted = wanted;
        this.plan = plan;
    }

    /** A shard to be read. */
    record ShardPartition(Shard shard) implements InputPartition {}

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
        long rows = 0;
        // Without filters, the first partitions are enough for a limit.
        boolean cut = order.filters().isEmpty();
        for (long index = 0; index < plan.shards() && !(cut && rows >= order.limit()); index++) {
            Shard shard = plan.shard(index);
            rows += shard.count();
            partitions.add(new ShardPartition(shard));
        }
        return partitions.toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new DrawnRowsFactory(order);
    }
}
