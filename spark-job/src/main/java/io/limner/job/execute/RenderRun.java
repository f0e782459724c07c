package io.limner.job.execute;

import io.limner.job.config.BadInputException;
import io.limner.job.config.RenderSettings;
import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.plan.ShardSize;
import io.limner.job.write.DatasetCard;
import io.limner.job.write.Destination;
import io.limner.job.write.FinishedShards;
import io.limner.job.write.Lease;
import io.limner.job.write.Manifest;
import io.limner.job.write.RecordedPlan;
import io.limner.job.write.ShardLedger;
import io.limner.renderer.LimnerVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of {@code render}: draws what is not there yet and finishes the dataset. */
public final class RenderRun {
    /** Shards that are given to Spark at once: a plan may have more than anyone wants to hold. */
    private static final int WAVE = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(RenderRun.class);

    private final RenderSettings settings;
    private final Destination destination;
    private final Plan plan;
    private final Configuration hadoop;
    private final RunWatch watch;

    /**
     * A run.
     *
     * @throws BadInputException if the place holds something else
     */
    public RenderRun(RenderSettings settings, Configuration hadoop) throws IOException {
        this.settings = settings;
        this.hadoop = hadoop;
        this.destination = Destination.open(settings.out(), hadoop);
        Optional<RecordedPlan> there = RecordedPlan.at(destination);
        this.plan = Plan.of(settings.spec(), shardSize(there));
        if (plan.shards() > Plan.MOST_SHARDS) {
            throw new BadInputException(
                    "--shard-size " + plan.shardSize() + " cuts " + plan.samples() + " samples into "
                            + plan.shards() + " files, and a run can keep account of " + Plan.MOST_SHARDS
                            + "; give a --shard-size of at least "
                            + ((plan.samples() - 1) / Plan.MOST_SHARDS + 1) + ", or fewer samples");
        }
        this.watch = new RunWatch(plan);
        new Claim(destination).check(there, RecordedPlan.of(settings.spec(), plan));
    }

    private int shardSize(Optional<RecordedPlan> there) {
        int standard = there.filter(
                        plan -> plan.specHash().equals(settings.spec().hash()))
                .map(RecordedPlan::shardSize)
                .orElseGet(() -> ShardSize.standard(settings.spec()));
        return settings.shardSize().orElse(standard);
    }

    /** What the run is to do. */
    public RenderSettings settings() {
        return settings;
    }

    /** Where the dataset goes. */
    public Destination destination() {
        return destination;
    }

    /** How it is cut. */
    public Plan plan() {
        return plan;
    }

    /** The manifest, if nothing is left to do. Starts nothing. */
    public Optional<Manifest> complete() throws IOException {
        return new FinishedShards(destination, plan, hadoop).complete();
    }

    /** Of a complete dataset, removes the lease of a run that was killed after its last write. */
    public void tidy() throws IOException {
        Lease.removeDead(destination);
    }

    /**
     * Draws the missing shards and writes the rest, the manifest last.
     *
     * @param spark starts Spark, if it is needed
     * @param factory who draws
     * @param finishing writes what else belongs to the dataset, after the last shard and before the manifest
     * @throws TooManyFailuresException if more samples failed than the budget allows
     * @throws io.limner.job.write.LeaseHeldException if another run is at work here
     */
    public Manifest draw(
            Supplier<JavaSparkContext> spark, SamplerFactory factory, Progress progress, Finishing finishing)
            throws IOException {
        return FullDisk.unlessFull(() -> drawAlone(spark, factory, progress, finishing), destination, hadoop);
    }

    private Manifest drawAlone(
            Supplier<JavaSparkContext> spark, SamplerFactory factory, Progress progress, Finishing finishing)
            throws IOException {
        try (Lease lease = Lease.take(destination);
                ShardLedger receipts = watch.receipts()) {
            FinishedShards finished = new FinishedShards(destination, plan, hadoop);
            finished.removeUnfinished();
            RecordedPlan.of(settings.spec(), plan).publish(destination);
            destination.publish("_limner/spec.yaml", settings.specText().getBytes(StandardCharsets.UTF_8));
            finished.receipts(watch::found);
            progress.begins(plan.samples(), watch.now().samples().there());
            checkBudget();
            if (!watch.isComplete()) {
                // A manifest says that a dataset is complete, which it is not while it is mended.
                destination.remove(Manifest.FILE);
                drawMissing(spark, factory, progress, lease);
                lease.check();
                finished.removeUnfinished();
            }
            lease.check();
            progress.finishes();
            Manifest manifest = Manifest.of(settings.spec(), plan, LimnerVersion.current(), receipts)
                    .by(watch.now().work());
            finishing.write(this);
            lease.check();
            DatasetCard.publish(destination, settings.spec(), manifest);
            manifest.publish(destination, receipts);
            return manifest;
        }
    }

    /** Opens a sampler in the background and draws the first of the missing samples, as {@link SamplerPool#openAhead}. */
    public void openAhead(SamplerFactory factory) {
        // Of rows that may be copied none is drawn in vain, and the watch over a sample that may take too long is its
        // task's.
        OptionalLong first = settings.drawing().earlier().isEmpty() && !factory.limitsTime()
                ? LongStream.range(0, plan.shards())
                        .filter(index -> !watch.has(index))
                        .map(index -> plan.shard(index).firstSampleId())
                        .findFirst()
                : OptionalLong.empty();
        SamplerPool.process()
                .openAhead(
                        new SamplerPool.Kind(
                                settings.spec().canonical(), settings.drawing().device(), factory),
                        first);
    }

    private void drawMissing(Supplier<JavaSparkContext> spark, SamplerFactory factory, Progress progress, Lease lease) {
        Orders orders =
                new Orders(settings.spec().canonical(), plan.shardSize(), destination.address(), settings.drawing());
        try (ProgressLog log = new ProgressLog(
                watch,
                new Standstill(watch, new SparkConf(), plan, factory.limitsTime()),
                progress,
                ProgressLog.MINUTE)) {
            LOG.debug("{} tells of the run", log);
            watch.begins(); // A cluster may take its time before it lets Spark start.
            SparkWork.run(
                    spark, context -> draw(new SparkFarm(context, orders, hadoop, factory, watch), progress, lease));
        } finally {
            // Of a run that drew in this process; those of executors end with them.
            SamplerPool.process().closeWaiting();
        }
    }

    private void draw(SparkFarm farm, Progress progress, Lease lease) {
        watch.begins();
        List<Shard> wave = new ArrayList<>();
        for (long index = 0; index < plan.shards(); index++) {
            if (!watch.has(index)) {
                wave.add(plan.shard(index));
            }
            if (wave.size() == WAVE || (index == plan.shards() - 1 && !wave.isEmpty())) {
                draw(farm, wave, progress, lease);
                wave.clear();
            }
        }
    }

    private void draw(SparkFarm farm, List<Shard> wave, Progress progress, Lease lease) {
        try {
            farm.draw(
                    wave,
                    receipt -> {
                        lease.check();
                        watch.finished(receipt);
                        progress.drawn(receipt, watch.now());
                        checkBudget();
                    },
                    () -> {
                        RunState now = watch.now();
                        progress.drawing(now);
                        if (overBudget(now)) {
                            watch.broken(tooMany(now).getMessage());
                        }
                        if (watch.verdict().isPresent()) {
                            farm.stop();
                        }
                    });
        } finally {
            checkBudget(); // It says more than what Spark throws when it is stopped.
        }
    }

    private boolean overBudget(RunState now) {
        return settings.drawing().budget().exceeded(now.failed(), now.samples().done());
    }

    private void checkBudget() {
        watch.verdict().ifPresent(verdict -> {
            throw new TooManyFailuresException(verdict);
        });
        RunState now = watch.now();
        if (overBudget(now)) {
            throw tooMany(now);
        }
    }

    private TooManyFailuresException tooMany(RunState now) {
        return new TooManyFailuresException(
                now.samples().done(),
                now.failures(),
                settings.drawing().budget(),
                watch.example().isEmpty()
                        ? "The rows with status FAILED in " + destination.path(Destination.DATA) + " say why"
                        : watch.example());
    }

    /** What else belongs to a dataset. */
    @FunctionalInterface
    public interface Finishing {
        /** Writes it. */
        void write(RenderRun run) throws IOException;
    }
}
