package io.limner.job.write;

import io.limner.job.plan.Shard;
import java.io.Serializable;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All that comes back from a shard: a few numbers.
 *
 * @param shard which
 * @param contents what its rows are
 * @param file what was published
 * @param work what it took
 * @param failures how many rows failed, by code
 */
public record ShardReceipt(Shard shard, Contents contents, Published file, Work work, Map<String, Long> failures)
        implements Serializable {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * What the rows of a shard are. The same for every drawing of the same shard on the same kind of machine.
     *
     * @param rows how many, failed ones included
     * @param failed how many of them could not be drawn
     * @param digest SHA-256 of {@code sample_id pixel_hash label_hash}, a line for each row in order; hex
     * @param drawnBy renderer and driver of the last row
     */
    public record Contents(long rows, long failed, String digest, String drawnBy) implements Serializable {
        /** @throws IllegalArgumentException if {@code digest} is no SHA-256 */
        public Contents {
            checkHash(digest);
        }
    }

    /**
     * A file.
     *
     * @param name below {@link Destination#DATA}
     * @param bytes its length
     * @param sha256 its {@link Seal}, hex
     */
    public record Published(String name, long bytes, String sha256) implements Serializable {
        /** @throws IllegalArgumentException if {@code sha256} is none */
        public Published {
            checkHash(sha256);
        }
    }

    /**
     * What drawing a shard took.
     *
     * @param seconds from its first row to its last byte
     * @param copied how many rows were copied from an earlier dataset and not drawn
     */
    public record Work(double seconds, long copied) implements Serializable {
        /** Of a shard that an earlier run drew. */
        public static final Work EARLIER = new Work(0, 0);
    }

    private static void checkHash(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("'" + hash + "' is no SHA-256; it needs 64 hexadecimal digits");
        }
    }
}
