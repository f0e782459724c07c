package io.limner.job.cli;

import io.limner.job.execute.Progress;
import io.limner.job.write.ShardReceipt;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells how a run goes: one line that is rewritten on a terminal, a line every few seconds elsewhere. */
final class ProgressLine implements Progress {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private long samples;
    private long there;
    private long drawn;
    private long failed;
    private long began;
    private long lastLine;

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void begins(long all, long done) {
        samples = all;
        there = done;
        began = System.nanoTime();
        lastLine = began;
        if (done > 0) {
            out.println("going on: " + Quantity.count(done) + " of " + Quantity.count(all) + " samples are there");
        }
    }

    @Override
    public void drawn(ShardReceipt receipt) {
        drawn += receipt.contents().rows();
        failed += receipt.contents().failed();
        boolean due = System.nanoTime() - lastLine >= PAUSE.toNanos() || there + drawn == samples;
        if (terminal) {
            out.print(CLEAR_LINE + line(elapsed()));
            out.flush();
        } else if (due) {
            lastLine = System.nanoTime();
            out.println(line(elapsed()));
        }
    }

    @Override
    public void finishes() {
        if (terminal && drawn > 0) {
            out.println();
        }
    }

    /** Images drawn a second since the run began. */
    double imagesPerSecond() {
        return drawn / Math.max(1e-9, elapsed().toNanos() / 1e9);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    String line(Duration elapsed) {
        double speed = drawn / Math.max(1e-3, elapsed.toNanos() / 1e9);
        Duration left = Duration.ofMillis((long) ((samples - there - drawn) / Math.max(1e-9, speed) * 1000));
        return String.format(
                Locale.ROOT,
                "%s of %s samples  %.1f images/s  %s left%s",
                Quantity.count(there + drawn),
                Quantity.count(samples),
                speed,
                Quantity.time(left),
                failed == 0 ? "" : "  " + failed + " failed");
    }
}
