package io.limner.job.plan;

import io.limner.schema.spec.DatasetSpec;

/** How many samples a shard has where nobody says. Follows from the spec alone, so that any machine can go on with the plan. */
public final class ShardSize {
    /** A shard's file is aimed at this size: large enough for a store, small enough to lose. */
    private static final long BYTES = 128L << 20;

    private static final int LEAST = 8;
    /** A small dataset is cut into about this many shards, so that several slots have something to do. */
    private static final int SHARDS = 16;

    private ShardSize() {}

    /** The standard size for a spec: about 16 shards of at least 8 samples, and none over about 128 MiB. */
    public static int standard(DatasetSpec spec) {
        long byBytes = Math.max(1, BYTES / CostEstimate.bytesPerRow(spec));
        long byCount = Math.max(LEAST, (spec.samples() - 1) / SHARDS + 1);
        return (int) Math.min(Plan.LARGEST_SHARD, Math.min(byBytes, byCount));
    }
}
