package io.limner.job.plan;

import java.io.Serializable;

/**
 * A run of samples that is drawn by one task and stored as one file.
 *
 * @param index which shard of the plan, from 0
 * @param firstSampleId its first sample
 * @param count how many samples, at least 1
 */
public record Shard(long index, long firstSampleId, int count) implements Serializable {
    public Shard {
        if (index < 0 || firstSampleId < 0 || count < 1) {
            throw new IllegalArgumentException("There is no shard " + index + " of " + count + " samples from "
                    + firstSampleId + "; index and first sample are from 0, the count from 1");
        }
    }

    /** The sample after the last. */
    public long endSampleId() {
        return firstSampleId + count;
    }
}
