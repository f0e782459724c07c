package io.limner.job.source;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.SpecReader;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts samples by their parameters alone: a row a partition, which Spark adds up.
 *
 * @param order what filters they must pass
 * @param plan the partitions
 * @param times how many counts a row has; all are the same
 */
record SampleCount(ScanOrder order, Plan plan, int times) implements Scan, Batch {
    @Override
    public StructType readSchema() {
        StructType schema = new StructType();
        for (int i = 0; i < times; i++) {
            schema = schema.add("count_" + i, DataTypes.LongType, false);
        }
        return schema;
    }

    @Override
    public String description() {
        return "limner: count of samples";
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    /** Without filters the plan knows. */
    @Override
    public InputPartition[] planInputPartitions() {
        if (order.filters().isEmpty()) {
            return new InputPartition[] {new SamplePartition(plan.shard(0), plan.samples())};
        }
        return LongStream.range(0, plan.shards())
                .mapToObj(index -> new SamplePartition(plan.shard(index), Long.MAX_VALUE))
                .toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new Factory(order, times);
    }

    private record Factory(ScanOrder order, int times) implements PartitionReaderFactory {
        @Override
        public PartitionReader<InternalRow> createReader(InputPartition partition) {
            SamplePartition part = (SamplePartition) partition;
            return new OneRow(order.filters().isEmpty() ? part.most() : count(part.shard()), times);
        }

        private long count(Shard shard) {
            SceneDesign design = new SceneDesign(SpecReader.parse(order.spec(), "the spec of this table"));
            SceneFilter filter = new SceneFilter(design, order.filters());
            return LongStream.range(shard.firstSampleId(), shard.endSampleId())
                    .filter(filter::passes)
                    .count();
        }
    }

    private static final class OneRow implements PartitionReader<InternalRow> {
        private final Object[] counts;
        private boolean read;

        OneRow(long count, int times) {
            counts = new Object[times];
            Arrays.fill(counts, count);
        }

        @Override
        public boolean next() {
            boolean first = !read;
            read = true;
            return first;
        }

        @Override
        public InternalRow get() {
            return new GenericInternalRow(counts);
        }

        @Override
        public void close() {}
    }
}
