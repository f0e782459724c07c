package io.limner.job.execute;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How many samples are drawn in shards that are not finished, as the heartbeats of executors tell it. For people who watch: what
 * counts is in the receipts.
 */
final class RowsInFlight extends SparkListener {
    private final LongAccumulator rows;
    private final LongConsumer heard;
    private final Map<Long, Long> byTask = new HashMap<>();

    /**
     * Listens to an accumulator that tasks add their rows to.
     *
     * @param heard gets the sum over all running tasks, with each heartbeat
     */
    RowsInFlight(LongAccumulator rows, LongConsumer heard) {
        this.rows = rows;
        this.heard = heard;
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        long sum;
        synchronized (byTask) {
            CollectionConverters.asJava(update.accumUpdates()).forEach(task -> CollectionConverters.asJava(task._4())
                    .forEach(info -> note((Long) task._1(), info)));
            sum = byTask.values().stream().mapToLong(Long::longValue).sum();
        }
        heard.accept(sum);
    }

    private void note(Long task, AccumulableInfo info) {
        if (info.id() == rows.id() && info.update().isDefined() && info.update().get() instanceof Long drawn) {
            byTask.put(task, drawn);
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        synchronized (byTask) {
            byTask.remove(end.taskInfo().taskId());
        }
    }
}
