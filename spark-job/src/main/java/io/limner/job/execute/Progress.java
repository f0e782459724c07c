package io.limner.job.execute;

import io.limner.job.write.ShardReceipt;

/** Hears how a run goes. Called on one thread at a time. */
public interface Progress {

    /**
     * The run knows what is to do.
     *
     * @param samples of the whole dataset
     * @param there how many of them an earlier run drew
     */
    void begins(long samples, long there);

    /** A shard is in its place. */
    void drawn(ShardReceipt receipt);

    /** All shards are there; the rest is being written. */
    void finishes();
}
