package io.limner.job.execute;

import io.limner.job.config.RenderSettings;
import io.limner.job.plan.Plan;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.io.Serializable;

/**
 * What every executor must know about a run. Travels with the task.
 *
 * @param spec the canonical spec
 * @param shardSize samples a shard
 * @param out the destination's address
 * @param drawing how to draw
 */
public record Orders(String spec, int shardSize, String out, RenderSettings.Drawing drawing) implements Serializable {

    DatasetSpec readSpec() {
        return SpecReader.parse(spec, "the spec of this run");
    }

    Plan plan(DatasetSpec read) {
        return Plan.of(read, shardSize);
    }
}
