package io.limner.job.cli;

import io.limner.job.execute.Progress;
import io.limner.job.execute.RunState;
import io.limner.job.write.Manifest;
import io.limner.job.write.ShardReceipt;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells how a run goes: one line that is rewritten on a terminal, a line every few seconds elsewhere. */
final class ProgressLine implements Progress {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private long lastLine = System.nanoTime();
    private boolean shown;

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void begins(long all, long done) {
        if (done > 0) {
            out.println("going on: " + Quantity.count(done) + " of " + Quantity.count(all) + " samples are there");
        }
    }

    @Override
    public synchronized void drawing(RunState now) {
        if (now.samples().unfinished() > 0) {
            show(now, false);
        }
    }

    @Override
    public synchronized void drawn(ShardReceipt receipt, RunState now) {
        show(
                now,
                now.samples().unfinished() == 0
                        && now.samples().done() == now.samples().all());
    }

    private void show(RunState now, boolean last) {
        shown = true;
        if (terminal) {
            out.print(CLEAR_LINE + line(now));
            out.flush();
        } else if (last || System.nanoTime() - lastLine >= PAUSE.toNanos()) {
            lastLine = System.nanoTime();
            out.println(line(now));
        }
    }

    @Override
    public synchronized void waits(String what) {
        out.println((terminal && shown ? CLEAR_LINE : "") + "limner: " + what);
    }

    @Override
    public synchronized void finishes() {
        if (terminal && shown) {
            out.println();
        }
    }

    static String line(RunState now) {
        RunState.Samples samples = now.samples();
        Duration left = Duration.ofMillis((long) Math.min(9e15, now.secondsLeft() * 1000));
        return String.format(
                Locale.ROOT,
                "%s of %s samples  %.1f images/s%s  %s  %s left%s",
                Quantity.count(samples.done()),
                Quantity.count(samples.all()),
                samples.drawn() / now.seconds(),
                executors(now.work().executors()),
                Quantity.bytes(samples.bytes()),
                Quantity.time(left),
                now.failed() == 0 ? "" : "  " + Quantity.count(now.failed()) + " failed: " + codes(now.failures()));
    }

    /** How many there are, and the slowest and the fastest. */
    private static String executors(List<Manifest.Executor> all) {
        if (all.size() < 2) {
            return "";
        }
        DoubleSummaryStatistics speeds =
                all.stream().mapToDouble(Manifest.Executor::imagesPerSecond).summaryStatistics();
        return String.format(
                Locale.ROOT, " (%d executors, %.1f to %.1f)", all.size(), speeds.getMin(), speeds.getMax());
    }

    /** Counts by code, the largest first. */
    static String codes(Map<String, Long> failures) {
        return failures.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(code -> code.getKey() + " " + Quantity.count(code.getValue()))
                .collect(Collectors.joining(", "));
    }
}
