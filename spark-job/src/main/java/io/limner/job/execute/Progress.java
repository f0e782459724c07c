package io.limner.job.execute;

import io.limner.job.write.ShardReceipt;

/** Hears how a run goes. Called from several threads. */
public interface Progress {

    /**
     * The run knows what is to do.
     *
     * @param samples of the whole dataset
     * @param there how many of them an earlier run drew
     */
    void begins(long samples, long there);

    /**
     * Shards are being drawn; heard with the heartbeats of executors.
     *
     * @param now how far they are, about
     */
    void drawing(RunState now);

    /** A shard is in its place. */
    void drawn(ShardReceipt receipt, RunState now);

    /**
     * Nothing moves; heard every minute until it does.
     *
     * @param what the run waits for, and what can be done
     */
    void waits(String what);

    /** All shards are there; the rest is being written. */
    void finishes();
}
