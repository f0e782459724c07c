package io.limner.job.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Quantity {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Quantity() {}

    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String time(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 100) {
            return seconds + " s";
        }
        if (seconds < 100 * 60) {
            return (seconds + 30) / 60 + " min";
        }
        return seconds < 72 * 3600
                ? String.format(Locale.ROOT, "%.1f h", seconds / 3600.0)
                : String.format(Locale.ROOT, "%.1f days", seconds / 86400.0);
    }
}
