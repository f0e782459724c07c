package io.limner.job.execute;

import io.limner.job.config.FailureBudget;
import io.limner.job.config.RenderSettings;
import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.write.Destination;
import io.limner.job.write.ShardReceipt;
import io.limner.job.write.ShardWriter;
import io.limner.job.write.StoredDataset;
import io.limner.renderer.FaceSampler;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** The task: a shard in, its file in the store, its receipt out. Spark sends it to each executor once, orders and all. */
final class DrawShard extends AbstractFunction2<TaskContext, Iterator<Shard>, ShardReceipt> implements Serializable {
    private final Orders orders;
    private final SerializableConfiguration configuration;
    private final SamplerFactory factory;
    private final LongAccumulator drawn;
    private final CollectionAccumulator<String> failures;

    DrawShard(
            Orders orders,
            SerializableConfiguration configuration,
            SamplerFactory factory,
            LongAccumulator drawn,
            CollectionAccumulator<String> failures) {
        this.orders = orders;
        this.configuration = configuration;
        this.factory = factory;
        this.drawn = drawn;
        this.failures = failures;
    }

    @Override
    public ShardReceipt apply(TaskContext task, Iterator<Shard> shards) {
        String device = TaskDevice.of(orders.drawing().device());
        Configuration hadoop = configuration.value();
        try {
            Destination destination = Destination.open(orders.out(), hadoop);
            return FullDisk.unlessFull(() -> draw(destination, device, shards.next(), task), destination, hadoop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ShardReceipt draw(Destination destination, String device, Shard shard, TaskContext task)
            throws IOException {
        DatasetSpec spec = orders.readSpec();
        Plan plan = orders.plan(spec);
        SamplerPool.Kind kind = new SamplerPool.Kind(orders.spec(), device, factory);
        Map<String, Long> failed = new TreeMap<>();
        try (RowSource rows = new RowSource(SamplerPool.process(), kind);
                EarlierRows earlier = earlier(kind, shard, rows);
                ShardWriter writer = new ShardWriter(destination, spec, plan, shard)) {
            for (long sampleId = shard.firstSampleId(); sampleId < shard.endSampleId(); sampleId++) {
                task.killTaskIfInterrupted();
                Optional<FaceSample> there = earlier.row(sampleId);
                if (there.isPresent()) {
                    writer.copy(there.get());
                } else {
                    FaceSample row = earlier.extended(rows.row(sampleId, next(sampleId, shard)));
                    if (row.failure() != null) {
                        String note = FailureNote.of(
                                row,
                                failed.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum());
                        failures.add(note);
                        failed.merge(row.failure().code(), 1L, Long::sum);
                        check(failed, sampleId + 1 - shard.firstSampleId(), plan, FailureNote.parse(note));
                    }
                    writer.write(row);
                }
                drawn.add(1L);
            }
            return writer.commit();
        }
    }

    /** What is drawn after a sample; nothing is said of it where there are earlier rows, of which some are copied: those that failed always. */
    private long[] next(long sampleId, Shard shard) {
        boolean copies = !orders.drawing().earlier().isEmpty();
        return LongStream.range(sampleId + 1, copies ? sampleId : shard.endSampleId())
                .limit(FaceSampler.MOST_AHEAD)
                .toArray();
    }

    /** A shard with more failures than the whole dataset may have is not published: whoever mends the cause can draw it then. */
    private void check(Map<String, Long> failed, long done, Plan plan, FailureNote last) {
        // Rows that failed before are copied and are not among these.
        FailureBudget budget = orders.drawing().budget().forNewFailures();
        if (budget.exceeded(failed.values().stream().mapToLong(Long::longValue).sum(), plan.samples())) {
            throw new TooManyFailuresException(done, failed, budget, last.text());
        }
    }

    private EarlierRows earlier(SamplerPool.Kind kind, Shard shard, RowSource rows) throws IOException {
        RenderSettings.Drawing drawing = orders.drawing();
        if (drawing.earlier().isEmpty()) {
            return EarlierRows.NONE;
        }
        Configuration hadoop = configuration.value();
        StoredDataset there = StoredDataset.at(Destination.open(drawing.earlier(), hadoop));
        return drawing.adds()
                ? new ExtendedRows(there, kind.design(), shard, hadoop)
                : new CopiedRows(there, kind.design(), shard, rows::drawnBy, hadoop);
    }
}
