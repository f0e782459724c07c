package io.limner.job.execute;

import io.limner.job.plan.Plan;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.io.Serializable;

/**
 * What every executor must know about a run. Travels once, as a broadcast.
 *
 * @param spec the canonical spec
 * @param shardSize samples a shard
 * @param out the destination's URI
 * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param maxFailures a shard with more failed samples than the whole run may have need not be finished
 */
public record Orders(String spec, int shardSize, String out, String device, long maxFailures) implements Serializable {

    DatasetSpec readSpec() {
        return SpecReader.parse(spec, "the spec of this run");
    }

    Plan plan(DatasetSpec read) {
        return Plan.of(read, shardSize);
    }

    /** The device of a task: the GPU that Spark gave it, unless the processor was asked for. */
    static String device(String asked, String[] gpuAddresses) {
        boolean open = "auto".equals(asked) || "gpu".equals(asked);
        return open && gpuAddresses.length > 0 ? "gpu:" + gpuAddresses[0] : asked;
    }
}
