package io.limner.job.execute.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a child writes to standard error: passed on to this process's log, the last lines remembered. */
final class LogTail {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final int LINES = 15;
    private static final int LONGEST_LINE = 400;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    LogTail(long process, InputStream log) {
        reader = new Thread(() -> read(process, log), "limner-child-log");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(long process, InputStream log) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
            text.lines().forEach(line -> {
                LOG.info("child {}: {}", process, line);
                // Java's own report of a crash is a frame of comment signs.
                String said = line.replaceFirst("^#\\s*", "");
                if (!said.isBlank()) {
                    keep(said.length() > LONGEST_LINE ? said.substring(0, LONGEST_LINE) + " ..." : said);
                }
            });
        } catch (IOException | UncheckedIOException ended) {
            LOG.debug("the log of child {} ended: {}", process, ended.toString());
        }
    }

    private synchronized void keep(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /** The last lines of a child that has ended. */
    String last() {
        try {
            reader.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return String.join("\n", lines);
        }
    }
}
