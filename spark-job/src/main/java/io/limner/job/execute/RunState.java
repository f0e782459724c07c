package io.limner.job.execute;

import io.limner.job.write.Manifest;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a run is.
 *
 * @param samples what is done and what is not
 * @param seconds since the first shard was given out
 * @param failures samples that failed, by code; of the whole dataset
 * @param work what was done by whom
 */
public record RunState(Samples samples, double seconds, Map<String, Long> failures, Manifest.Run work) {

    /**
     * Samples.
     *
     * @param all of the dataset
     * @param there drawn by earlier runs
     * @param drawn by this one, those of unfinished shards and those that were copied included
     * @param unfinished those of unfinished shards
     * @param bytes of the finished shards of this run
     */
    public record Samples(long all, long there, long drawn, long unfinished, long bytes) {
        /** Drawn by anybody. */
        public long done() {
            return there + drawn;
        }
    }

    /** How many failed. */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Seconds until the end, if it goes on like this; infinite as long as nothing is drawn. */
    public double secondsLeft() {
        return (samples.all() - samples.done()) * seconds / samples.drawn();
    }

    /** For a line of JSON. */
    Map<String, Object> json() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("samples", samples.all());
        tree.put("done", samples.done());
        tree.put("drawn", samples.drawn());
        tree.put("copied", work.copied());
        tree.put("failed", failed());
        tree.put("failures", failures);
        tree.put("bytes", samples.bytes());
        tree.put("seconds", rounded(seconds));
        tree.put("images_per_second", rounded(work.imagesPerSecond()));
        if (samples.drawn() > 0) {
            tree.put("seconds_left", rounded(secondsLeft()));
        }
        tree.put(
                "executors",
                work.executors().stream()
                        .map(executor -> Map.of(
                                "id", executor.id(),
                                "host", executor.host(),
                                "samples", executor.samples(),
                                "images_per_second", rounded(executor.imagesPerSecond())))
                        .toList());
        tree.put("faults", work.faults());
        return tree;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
