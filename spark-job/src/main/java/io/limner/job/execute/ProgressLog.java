package io.limner.job.execute;

import io.limner.schema.canonical.CanonicalJson;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line of JSON in the log, every minute and at the end of the drawing. */
final class ProgressLog implements AutoCloseable {
    /** The name under which a logging configuration finds it. */
    static final String NAME = "io.limner.progress";

    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    private final RunWatch watch;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "limner-progress");
        thread.setDaemon(true);
        return thread;
    });

    ProgressLog(RunWatch watch, Duration pause) {
        this.watch = watch;
        var unused = clock.scheduleAtFixedRate(this::line, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void line() {
        LOG.info(CanonicalJson.write(watch.now().json()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        line();
    }
}
