package io.limner.job.execute.child;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;

/**
 * Looks at a child while it works, and ends it when it takes too long or too much, or when the task that waits for it is wanted no longer. One that
 * does not end then is given up.
 */
final class Watch implements AutoCloseable {
    private static final int LOOK_MILLIS = 250;
    private static final ScheduledExecutorService EYES = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "limner-child-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final ChildProcess child;
    private final long deadline;
    private final long mostBytes;
    private final TaskContext task = TaskContext.get();
    private final Future<?> looking;
    private Verdict verdict = Verdict.NONE;
    private long ended;
    private boolean givenUp;

    /** Why it was ended. */
    enum Verdict {
        NONE,
        LATE,
        LARGE,
        UNWANTED
    }

    /** A watch for the thread that is to wait, and its task. */
    Watch(ChildProcess child, Duration time, long mostBytes) {
        this.child = child;
        this.deadline = System.nanoTime() + time.toNanos();
        this.mostBytes = mostBytes;
        this.looking = EYES.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        if (verdict != Verdict.NONE) {
            giveUp();
        } else if (task != null
                && task.isInterrupted()) { // Spark interrupts the thread of a task, or only marks the task.
            end(Verdict.UNWANTED);
        } else if (System.nanoTime() - deadline > 0) {
            end(Verdict.LATE);
        } else if (child.residentBytes() > mostBytes) {
            end(Verdict.LARGE);
        }
    }

    private synchronized void end(Verdict why) {
        if (verdict == Verdict.NONE) {
            verdict = why;
            ended = System.nanoTime();
            child.kill();
        }
    }

    private void giveUp() {
        if (!givenUp && System.nanoTime() - ended > TimeUnit.SECONDS.toNanos(ChildProcess.PATIENCE)) {
            givenUp = true;
            child.giveUp();
        }
    }

    /** Whoever waits is interrupted. */
    void unwanted() {
        end(Verdict.UNWANTED);
    }

    synchronized Verdict verdict() {
        return verdict;
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
