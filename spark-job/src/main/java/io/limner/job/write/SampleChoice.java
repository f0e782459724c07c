package io.limner.job.write;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;

/** A few samples that stand for all. */
public final class SampleChoice {
    private SampleChoice() {}

    /** At most {@code count} sample ids, spread evenly over 0 to samples - 1. */
    public static List<Long> spread(long samples, int count) {
        long taken = Math.min(samples, count);
        return LongStream.range(0, taken)
                .map(i -> (long) ((double) i * samples / taken))
                .boxed()
                .toList();
    }

    /** Samples of a finished dataset, read back, in the order of their ids. */
    public static List<FaceSample> read(
            Destination destination, DatasetSpec spec, Plan plan, List<Long> sampleIds, Configuration hadoop)
            throws IOException {
        // Parquet asks the set for null, which only a hash set suffers.
        Map<Long, Set<Long>> byShard = new TreeMap<>();
        sampleIds.forEach(id -> byShard.computeIfAbsent(id / plan.shardSize(), shard -> new HashSet<>())
                .add(id));
        Columns columns = Columns.of(spec);
        List<FaceSample> samples = new ArrayList<>();
        for (Map.Entry<Long, Set<Long>> wanted : byShard.entrySet()) {
            Shard shard = plan.shard(wanted.getKey());
            try (ShardRows rows =
                    ShardRows.of(destination.path(Destination.DATA, plan.fileName(shard)), wanted.getValue(), hadoop)) {
                for (Optional<StoredRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                    samples.add(RowParser.parse(columns, row.get()));
                }
            }
        }
        return samples;
    }
}
