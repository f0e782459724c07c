package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.plan.Plan;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How many samples a file holds, as all commands that plan take it. */
final class ShardSizeOption {
    @Option(
            names = "--shard-size",
            paramLabel = "N",
            description = "Samples in a file (default: from the spec, about 16 files and none over about 128 MB).")
    private Integer size;

    /** The size that was asked for. */
    OptionalInt checked() {
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
