package io.limner.job.config;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many samples may fail: a run with some bad samples is unlucky, one with many is broken.
 *
 * @param count so many may, whatever else
 * @param percent so many of those that are done so far, 0 to 100
 * @param known these failed before, and do not count
 */
public record FailureBudget(long count, double percent, long known) implements Serializable {
    /** Of a share, as one in three says little. */
    private static final long UNLUCKY = 10;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");

    /** What people write: {@code N}, or {@code P%}, which is never less than {@value #UNLUCKY} samples unless it is nothing. */
    public static FailureBudget parse(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new FailureBudget(Long.parseLong(text), 0);
        }
        Matcher share = SHARE.matcher(text);
        double percent = share.matches() ? Double.parseDouble(share.group(1)) : -1;
        if (percent < 0 || percent > 100) {
            throw new BadInputException("--max-failures " + text
                    + " must be a number of samples from 0, or a share of those that are done, 0% to 100%; 0 ends the run at the first "
                    + "sample that cannot be drawn");
        }
        return new FailureBudget(percent == 0 ? 0 : UNLUCKY, percent);
    }

    /** A budget to which all failures count. */
    public FailureBudget(long count, double percent) {
        this(count, percent, 0);
    }

    /** The same, for a dataset in which so many failed before. */
    public FailureBudget plus(long failedBefore) {
        return new FailureBudget(count, percent, known + failedBefore);
    }

    /** What is left of it where failures from before are not counted. */
    public FailureBudget forNewFailures() {
        return new FailureBudget(count, percent);
    }

    /** Whether so many failures are too many. */
    public boolean exceeded(long failed, long done) {
        return failed > allowed(done);
    }

    /** How many of the samples that are done may have failed. */
    public long allowed(long done) {
        return known + Math.max(count, (long) (done / 100.0 * percent));
    }

    /** As people write it. */
    @Override
    public String toString() {
        return percent == 0
                ? String.valueOf(count)
                : String.format(Locale.ROOT, "%s%%", String.valueOf(percent).replaceAll("\\.0$", ""));
    }
}
