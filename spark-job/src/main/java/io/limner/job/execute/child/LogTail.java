package io.limner.job.execute.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a child writes to standard error: passed on to this process's log, the last lines remembered. */
final class LogTail {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final int LINES = 15;
    private static final int LONGEST_LINE = 400;
    /** Of Java's own report of a crash: {@code #  SIGSEGV (0xb) at pc=...}. */
    private static final Pattern SIGNAL = Pattern.compile("#\\s+(SIG[A-Z]+) \\(0x.*");
    /** The same: {@code # C  [libc.so.6+0x1626b0]}. */
    private static final Pattern LIBRARY = Pattern.compile("#\\s+[CV]\\s+\\[([^+\\]]+)\\+0x.*");

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;
    private String signal = "";
    private String library = "";

    LogTail(long process, InputStream log) {
        reader = new Thread(() -> read(process, log), "limner-child-log");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(long process, InputStream log) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
            text.lines().forEach(line -> {
                LOG.info("child {}: {}", process, line);
                crashed(line);
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

    private synchronized void crashed(String line) {
        signal = first(signal, SIGNAL.matcher(line));
        library = first(library, LIBRARY.matcher(line));
    }

    private static String first(String known, Matcher found) {
        return known.isEmpty() && found.matches() ? found.group(1) : known;
    }

    private synchronized void keep(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /** What Java said of a crash and would say again: the signal and, if it was in one, the library; empty if it said nothing. */
    String crash() {
        awaitEnd();
        synchronized (this) {
            return signal.isEmpty() || library.isEmpty() ? signal : signal + " in " + library;
        }
    }

    /** The last lines of a child that has ended. */
    String last() {
        awaitEnd();
        synchronized (this) {
            return String.join("\n", lines);
        }
    }

    private void awaitEnd() {
        try {
            reader.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
