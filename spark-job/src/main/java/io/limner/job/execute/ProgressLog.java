package io.limner.job.execute;

import io.limner.schema.canonical.CanonicalJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line of JSON in the log, every minute and at the end of the drawing; every minute too, for people, what the run waits for if it stands still. */
final class ProgressLog implements AutoCloseable {
    /** The name under which a logging configuration finds it. */
    static final String NAME = "io.limner.progress";

    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    private final RunWatch watch;
    private final Standstill standstill;
    private final Progress progress;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "limner-progress");
        thread.setDaemon(true);
        return thread;
    });

    ProgressLog(RunWatch watch, Standstill standstill, Progress progress, Duration pause) {
        this.watch = watch;
        this.standstill = standstill;
        this.progress = progress;
        var unused = clock.scheduleAtFixedRate(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        List<String> waits = standstill.lines();
        waits.forEach(progress::waits);
        line(waits);
    }

    private void line(List<String> waits) {
        Map<String, Object> line = watch.now().json();
        if (!waits.isEmpty()) {
            line.put("waits_for", waits);
        }
        LOG.info(CanonicalJson.write(line));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        line(List.of());
    }
}
