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
    private long copied;
    private long inFlight;
    private long failed;
    private long began;
    private long lastLine;

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void begins(long all, long done) {
        samples = all;
        there = done;
        began = System.nanoTime();
        lastLine = began;
        if (done > 0) {
            out.println("going on: " + Quantity.count(done) + " of " + Quantity.count(all) + " samples are there");
        }
    }

    @Override
    public synchronized void drawing(long unfinished) {
        inFlight = unfinished;
        if (unfinished > 0) {
            show(false);
        }
    }

    @Override
    public synchronized void drawn(ShardReceipt receipt) {
        drawn += receipt.contents().rows();
        copied += receipt.work().copied();
        failed += receipt.contents().failed();
        // The shard's own rows were in flight until now; the next heartbeat counts anew.
        inFlight = Math.max(0, inFlight - receipt.contents().rows());
        show(there + drawn == samples);
    }

    private void show(boolean last) {
        if (terminal) {
            out.print(CLEAR_LINE + line(elapsed()));
            out.flush();
        } else if (last || System.nanoTime() - lastLine >= PAUSE.toNanos()) {
            lastLine = System.nanoTime();
            out.println(line(elapsed()));
        }
    }

    @Override
    public synchronized void finishes() {
        if (terminal && drawn > 0) {
            out.println();
        }
    }

    /** Rows that were copied from an earlier dataset. */
    synchronized long copied() {
        return copied;
    }

    /** Images drawn a second since the run began. */
    synchronized double imagesPerSecond() {
        return (drawn - copied) / Math.max(1e-9, elapsed().toNanos() / 1e9);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    synchronized String line(Duration elapsed) {
        long done = Math.min(samples - there, drawn + inFlight);
        double speed = done / Math.max(1e-3, elapsed.toNanos() / 1e9);
        Duration left = Duration.ofMillis((long) ((samples - there - done) / Math.max(1e-9, speed) * 1000));
        return String.format(
                Locale.ROOT,
                "%s of %s samples  %.1f images/s  %s left%s",
                Quantity.count(there + done),
                Quantity.count(samples),
                speed,
                Quantity.time(left),
                failed == 0 ? "" : "  " + failed + " failed");
    }
}
