package io.limner.job.write;

import io.limner.job.plan.Plan;
import java.util.OptionalLong;

/** Whether the files that are listed are those of a whole plan, and those that are there, by name and length. Takes 8 bytes a shard. */
final class Lengths {
    private final Plan plan;
    /** What is listed and not yet found; 0 for the rest. */
    private long[] open = {};

    private long count;
    private long left;
    private boolean differ;

    Lengths(Plan plan) {
        this.plan = plan;
    }

    /** A file that should be there. */
    void listed(String name, long bytes) {
        if (open.length == 0) {
            open = new long[Math.toIntExact(plan.shards())];
        }
        OptionalLong shard = plan.shardOf(name);
        if (shard.isEmpty() || bytes <= 0 || open[(int) shard.getAsLong()] != 0) {
            differ = true;
            return;
        }
        open[(int) shard.getAsLong()] = bytes;
        count++;
        left++;
    }

    /** A file that is there. */
    void found(String name, long bytes) {
        OptionalLong shard = plan.shardOf(name);
        if (shard.isEmpty() || open.length == 0 || open[(int) shard.getAsLong()] != bytes) {
            differ = true;
            return;
        }
        open[(int) shard.getAsLong()] = 0;
        left--;
    }

    /** Whether every shard was listed, all of them were found, and nothing else. */
    boolean agree() {
        return !differ && count == plan.shards() && left == 0;
    }
}
