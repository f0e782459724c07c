package io.limner.job.execute;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;

/**
 * Work with Spark that ends when Spark does. A cluster that refuses an application stops Spark in the background, and calls that were under way
 * by then (a job, a broadcast) wait for ever.
 */
public final class SparkWork extends SparkListener {
    private final Thread worker = Thread.currentThread();
    private boolean over;

    private SparkWork() {}

    /**
     * Starts Spark, works with it and stops it.
     *
     * @param work what to do, on this thread; it is interrupted when Spark stops
     * @throws SparkStoppedException if Spark was stopped before the work was done
     */
    public static void run(Supplier<JavaSparkContext> start, Consumer<JavaSparkContext> work) {
        try (JavaSparkContext spark = start.get()) {
            SparkWork watch = new SparkWork();
            try {
                spark.sc().addSparkListener(watch);
                work.accept(spark);
            } catch (RuntimeException e) {
                if (spark.sc().isStopped()) {
                    throw new SparkStoppedException(e);
                }
                throw e;
            } finally {
                watch.end();
            }
        }
    }

    @Override
    public synchronized void onApplicationEnd(SparkListenerApplicationEnd end) {
        if (!over) {
            worker.interrupt();
        }
    }

    /** From here on this thread is not interrupted; that it was is forgotten. */
    private synchronized void end() {
        over = true;
        Thread.interrupted();
    }
}
