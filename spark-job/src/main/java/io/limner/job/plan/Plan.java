package io.limner.job.plan;

import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.sample.SchemaVersion;
import io.limner.schema.spec.DatasetSpec;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a spec's samples are cut into shards. Shards are looked up, never listed.
 *
 * @param specHash {@link DatasetSpec#hash()}
 * @param samples how many samples, at least 1
 * @param shardSize samples in each shard but the last, 1 to {@value #LARGEST_SHARD}
 * @param hash names what this plan's files hold: 12 hexadecimal digits of (spec hash, shard size, schema version)
 */
public record Plan(String specHash, long samples, int shardSize, String hash) {
    /** Most samples of a shard: what is lost when one fails, and what a file may hold. */
    public static final int LARGEST_SHARD = 1_000_000;

    /** Most shards: a manifest that lists more could hardly be read, and no store likes to list them. */
    public static final long MOST_SHARDS = 10_000_000;

    private static final int HASH_DIGITS = 12;
    private static final int LEAST_DIGITS = 5;
    private static final Pattern FILE_NAME = Pattern.compile("part-(\\d{5,19})-([0-9a-f]{12})\\.parquet");

    public Plan {
        if (samples < 1) {
            throw new IllegalArgumentException("A plan of " + samples + " samples draws nothing; it needs at least 1");
        }
        if (shardSize < 1 || shardSize > LARGEST_SHARD) {
            throw new IllegalArgumentException("A shard of " + shardSize + " samples is outside 1 to " + LARGEST_SHARD);
        }
        if (!hash.equals(hash(specHash, shardSize))) {
            throw new IllegalArgumentException(hash + " is not the hash of this plan");
        }
    }

    /** As the other. */
    public Plan(String specHash, long samples, int shardSize) {
        this(specHash, samples, shardSize, hash(specHash, shardSize));
    }

    /** The plan of a spec. */
    public static Plan of(DatasetSpec spec, int shardSize) {
        return new Plan(spec.hash(), spec.samples(), shardSize);
    }

    /** How many shards. */
    public long shards() {
        return (samples - 1) / shardSize + 1;
    }

    /**
     * A shard of this plan.
     *
     * @param index 0 to {@code shards() - 1}
     * @throws IllegalArgumentException if there is no such shard
     */
    public Shard shard(long index) {
        if (index < 0 || index >= shards()) {
            throw new IllegalArgumentException("There is no shard " + index + "; the plan has 0 to " + (shards() - 1));
        }
        long first = index * shardSize;
        return new Shard(index, first, (int) Math.min(shardSize, samples - first));
    }

    private static String hash(String specHash, int shardSize) {
        String text = CanonicalJson.write(
                Map.of("spec_hash", specHash, "shard_size", shardSize, "schema_version", SchemaVersion.CURRENT));
        return Sha256.hex(text).substring(0, HASH_DIGITS);
    }

    /** The name of a shard's file: {@code part-<shard>-<plan hash>.parquet}. Whoever draws the shard writes this name. */
    public String fileName(Shard shard) {
        String number = Long.toString(shard.index());
        return "part-" + "0".repeat(Math.max(0, LEAST_DIGITS - number.length())) + number + "-" + hash + ".parquet";
    }

    /** The shard that a file of this plan holds; empty for any other file. */
    public OptionalLong shardOf(String fileName) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches() || !matcher.group(2).equals(hash)) {
            return OptionalLong.empty();
        }
        long index;
        try {
            index = Long.parseLong(matcher.group(1));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
        return index < shards() && fileName(shard(index)).equals(fileName)
                ? OptionalLong.of(index)
                : OptionalLong.empty();
    }
}
