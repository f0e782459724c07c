package io.limner.job.execute.child;

import io.limner.job.config.BadInputException;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.ImageSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * What a child may take.
 *
 * @param seconds for a sample, 1 to {@value #MOST_SECONDS}; the first of a child may take {@value #FIRST} times as long, as programs are compiled on
 *     the way
 * @param samples a child is replaced after so many, at least 1
 * @param megabytes resident memory, at least {@value #LEAST_MEGABYTES}: a child with more is replaced after its sample; with half as much again it
 *     is ended at once
 */
public record ChildLimits(int seconds, long samples, int megabytes) implements Serializable {
    /** Seconds where nobody says: a sample of 512 x 512 takes a fraction of one, the largest there can be some tens. */
    public static final int SECONDS = 120;
    /** Samples where nobody says. */
    public static final long SAMPLES = 10_000;

    private static final int MEGABYTES = 1024;
    private static final long REFERENCE_PIXELS = 512 * 512;
    private static final int BYTES_A_PIXEL = 256;

    static final int FIRST = 3;
    private static final int MOST_SECONDS = 86_400;
    private static final int LEAST_MEGABYTES = 256;
    private static final int MOST_MEGABYTES = 1 << 20;

    public ChildLimits {
        check("--sample-seconds", seconds, 1, MOST_SECONDS);
        check("--recycle-samples", samples, 1, Long.MAX_VALUE);
        check("--recycle-megabytes", megabytes, LEAST_MEGABYTES, MOST_MEGABYTES);
    }

    /** Limits where nobody says. */
    public static ChildLimits standard(DatasetSpec spec) {
        return new ChildLimits(SECONDS, SAMPLES, megabytes(spec));
    }

    /** Megabytes where nobody says: twice what a child takes at 512 x 512, and more with the pixels. */
    public static int megabytes(DatasetSpec spec) {
        ImageSettings image = spec.output().image();
        long more = Math.max(0, (long) image.width() * image.height() - REFERENCE_PIXELS);
        return MEGABYTES + (int) ((more * BYTES_A_PIXEL) >> 20);
    }

    private static void check(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new BadInputException(option + " " + value + " must be "
                    + (most == Long.MAX_VALUE ? least + " or more" : least + " to " + most));
        }
    }

    Duration time(boolean first) {
        return Duration.ofSeconds((long) seconds * (first ? FIRST : 1));
    }

    /** Resident bytes after which a child is replaced. */
    long recycleBytes() {
        return (long) megabytes << 20;
    }

    /** Resident bytes at which a child is ended in the midst of a sample. */
    long mostBytes() {
        return recycleBytes() / 2 * 3;
    }

    /** Megabytes of Java's heap; the rest is for what native code takes. */
    int heap() {
        return megabytes / 2;
    }
}
