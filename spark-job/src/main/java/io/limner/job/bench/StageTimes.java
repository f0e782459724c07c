package io.limner.job.bench;

import io.limner.renderer.pass.StageListener;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what the stages of samples take. Stages follow each other on two threads, of which one waits while the other works. */
final class StageTimes implements StageListener {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ThreadLocal<Long> busy = ThreadLocal.withInitial(() -> 0L);
    private final Map<String, long[]> sums = new LinkedHashMap<>();
    private long last;

    /** The next stage begins now; what was done before belongs to none. */
    synchronized void begin() {
        last = System.nanoTime();
        busy.set(threads.getCurrentThreadCpuTime());
    }

    /** Forgets what was measured. */
    synchronized void reset() {
        sums.clear();
    }

    @Override
    public synchronized void done(String stage) {
        long now = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        long[] sum = sums.computeIfAbsent(stage, first -> new long[2]);
        sum[0] += cpu - busy.get();
        sum[1] += now - last;
        busy.set(cpu);
        last = now;
    }

    synchronized List<BenchReport.Stage> of(int samples) {
        return sums.entrySet().stream()
                .map(e -> new BenchReport.Stage(
                        e.getKey(), e.getValue()[0] / 1e6 / samples, e.getValue()[1] / 1e6 / samples))
                .toList();
    }
}
