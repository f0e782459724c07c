package io.limner.job.execute;

import io.limner.job.plan.Shard;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.Success$;
import org.apache.spark.TaskEndReason;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorExcluded;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerNodeExcluded;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Tells a {@link RunWatch} what Spark tells of tasks and executors. */
final class TaskListener extends SparkListener {
    private final RunWatch watch;
    private final long rowsId;
    private final long failuresId;
    private volatile List<Shard> wave = List.of();
    private volatile Runnable heard = () -> {};
    private volatile Throwable thrown;

    /**
     * A listener.
     *
     * @param rowsId the accumulator of drawn rows
     * @param failuresId the accumulator of {@link FailureNote}s
     */
    TaskListener(RunWatch watch, long rowsId, long failuresId) {
        this.watch = watch;
        this.rowsId = rowsId;
        this.failuresId = failuresId;
    }

    /** The shards that are given out from here on, and what runs after each heartbeat. */
    void begins(List<Shard> shards, Runnable whenHeard) {
        thrown = null;
        wave = List.copyOf(shards);
        heard = whenHeard;
    }

    /** What the last task that failed by an exception threw; empty if none did. */
    Optional<Throwable> thrown() {
        return Optional.ofNullable(thrown);
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
        List<Shard> shards = wave;
        int partition = start.taskInfo().index();
        if (partition < shards.size()) {
            watch.started(
                    start.taskInfo().taskId(),
                    shards.get(partition).index(),
                    start.taskInfo().executorId(),
                    start.taskInfo().host());
        }
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        CollectionConverters.asJava(update.accumUpdates()).forEach(task -> {
            List<FailureNote> failed = value(task._4(), failuresId)
                    .filter(List.class::isInstance)
                    .map(notes -> ((List<?>) notes)
                            .stream()
                                    .map(String::valueOf)
                                    .map(FailureNote::parse)
                                    .toList())
                    .orElse(List.of());
            watch.reported((Long) task._1(), rows(task._4()), failed);
        });
        heard.run();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        watch.ended(end.taskInfo().taskId(), rows(end.taskInfo().accumulables().toSeq()), fault(end.reason()));
        if (end.reason() instanceof ExceptionFailure failure) {
            thrown = failure.exception().isDefined() ? failure.exception().get() : thrown;
            if (failure.className().equals(TooManyFailuresException.class.getName())) {
                // Another try would find the same.
                watch.broken(failure.description());
                heard.run();
            }
        }
    }

    @Override
    public void onExecutorExcluded(SparkListenerExecutorExcluded excluded) {
        watch.fault("executor " + excluded.executorId() + " gets no more work");
    }

    @Override
    public void onNodeExcluded(SparkListenerNodeExcluded excluded) {
        watch.fault(excluded.hostId() + ": gets no more work");
    }

    private long rows(Seq<AccumulableInfo> updates) {
        return value(updates, rowsId)
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .orElse(0L);
    }

    private static Optional<Object> value(Seq<AccumulableInfo> updates, long id) {
        return CollectionConverters.asJava(updates).stream()
                .filter(info -> info.id() == id && info.update().isDefined())
                .map(info -> info.update().get())
                .findFirst();
    }

    /** The first line of why a task failed; empty if it did not, or was ended because nobody needs it. */
    private static String fault(TaskEndReason reason) {
        if (reason == Success$.MODULE$ || reason instanceof TaskKilled) {
            return "";
        }
        String text = reason instanceof ExceptionFailure thrown
                ? thrown.className().replaceAll(".*[.$]", "") + ": " + thrown.description()
                : reason instanceof TaskFailedReason failed ? failed.toErrorString() : String.valueOf(reason);
        return text.lines().findFirst().orElse(text);
    }
}
