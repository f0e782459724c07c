package io.limner.job.write;

import io.limner.job.plan.Shard;
import java.io.Serializable;

/**
 * All that comes back from a shard: a few numbers.
 *
 * @param shard which
 * @param contents what its rows are
 * @param file its file's name
 * @param bytes its file's length
 * @param seconds how long it took; 0 for a shard that an earlier run drew
 */
public record ShardReceipt(Shard shard, Contents contents, String file, long bytes, double seconds)
        implements Serializable {

    /**
     * What the rows of a shard are. The same for every drawing of the same shard on the same kind of machine.
     *
     * @param rows how many, failed ones included
     * @param failed how many of them could not be drawn
     * @param digest SHA-256 of {@code sample_id pixel_hash label_hash}, a line for each row in order; hex
     * @param drawnBy renderer and driver of the last row
     */
    public record Contents(long rows, long failed, String digest, String drawnBy) implements Serializable {}
}
