package io.limner.job.execute;

import io.limner.job.plan.Shard;
import io.limner.job.write.ShardReceipt;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Draws shards on Spark, a task each. */
final class SparkFarm {
    /** What Spark says when every executor failed at a task. */
    private static final String NOWHERE_LEFT = "cannot run anywhere due to";

    private static final long LISTENERS_MILLIS = 10_000;

    private final JavaSparkContext spark;
    private final RunWatch watch;
    private final RunMetrics metrics;
    private final CollectionAccumulator<String> failures;
    private final TaskListener listener;
    private final DrawShard task;

    /**
     * A farm.
     *
     * @param watch gets to know what the tasks do
     */
    SparkFarm(JavaSparkContext spark, Orders orders, Configuration hadoop, SamplerFactory factory, RunWatch watch) {
        this.spark = spark;
        this.watch = watch;
        this.metrics = new RunMetrics(watch);
        LongAccumulator rows = spark.sc().longAccumulator("samples drawn");
        this.failures = spark.sc().collectionAccumulator();
        this.listener = new TaskListener(watch, rows.id(), failures.id());
        spark.sc().addSparkListener(listener);
        spark.sc().env().metricsSystem().registerSource(metrics);
        this.task = new DrawShard(orders, new SerializableConfiguration(hadoop), factory, rows, failures);
    }

    /**
     * Draws some shards.
     *
     * @param receipts gets each receipt as it comes in, on one thread; an exception from it ends the work
     * @param heard runs after each heartbeat of an executor, on a thread of Spark's
     */
    void draw(List<Shard> shards, Consumer<ShardReceipt> receipts, Runnable heard) {
        listener.begins(shards, () -> {
            metrics.see(watch.now());
            heard.run();
        });
        ClassTag<ShardReceipt> type = ClassTag$.MODULE$.apply(ShardReceipt.class);
        List<Object> partitions = IntStream.range(0, shards.size())
                .mapToObj(partition -> (Object) partition)
                .toList();
        try {
            spark.sc()
                    .runJob(
                            spark.parallelize(shards, shards.size()).rdd(),
                            task,
                            CollectionConverters.asScala(partitions).toSeq(),
                            new AbstractFunction2<Object, ShardReceipt, BoxedUnit>() {
                                @Override
                                public BoxedUnit apply(Object partition, ShardReceipt receipt) {
                                    watch.told(failures.value().stream()
                                            .map(FailureNote::parse)
                                            .toList());
                                    failures.reset();
                                    receipts.accept(receipt);
                                    return BoxedUnit.UNIT;
                                }
                            },
                            type);
        } catch (Exception e) { // Scala's do not say what they throw.
            throw explained(e);
        }
    }

    /**
     * When no executor is left that may try, Spark says so and not why; the reason is what the last task threw. A listener hears of it a
     * moment after Spark gave up.
     */
    private RuntimeException explained(Exception e) {
        if (e instanceof RuntimeException own) {
            return own;
        }
        if (e.getCause() != null || !String.valueOf(e.getMessage()).contains(NOWHERE_LEFT)) {
            return new IllegalStateException(e);
        }
        try {
            spark.sc().listenerBus().waitUntilEmpty(LISTENERS_MILLIS);
        } catch (TimeoutException busy) {
            e.addSuppressed(busy);
        }
        return new IllegalStateException(listener.thrown()
                .<Exception>map(thrown -> new SparkException(e.getMessage(), thrown))
                .orElse(e));
    }

    /** Ends the work; {@link #draw} throws. */
    void stop() {
        if (!spark.sc().isStopped()) {
            spark.sc().cancelAllJobs();
        }
    }
}
