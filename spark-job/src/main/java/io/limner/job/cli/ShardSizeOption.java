package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.plan.Plan;
import java.util.OptionalInt;

/** How many samples a file holds, as commands take it. */
final class ShardSizeOption {
    private ShardSizeOption() {}

    static OptionalInt checked(Integer size) {
        if (size == null) {
            return OptionalInt.empty();
        }
        if (size < 1 || size > Plan.LARGEST_SHARD) {
            throw new BadInputException("--shard-size " + size + " must be 1 to " + Plan.LARGEST_SHARD
                    + "; leave it out for a size that follows from the spec");
        }
        return OptionalInt.of(size);
    }
}
