package io.limner.job.cli;

import io.limner.job.plan.CostEstimate;
import io.limner.job.plan.Plan;
import io.limner.schema.spec.DatasetSpec;
import java.io.PrintWriter;

/** A plan for people. */
final class PlanText {
    private PlanText() {}

    static void print(PrintWriter out, DatasetSpec spec, Plan plan, int slots) {
        print(out, spec, plan, CostEstimate.of(spec, plan, slots, CostEstimate.IMAGES_PER_SECOND));
    }

    static void print(PrintWriter out, DatasetSpec spec, Plan plan, CostEstimate cost) {
        out.println("spec         " + spec.name() + ", hash " + plan.specHash());
        out.println("samples      " + Quantity.count(plan.samples()) + " of "
                + spec.output().image().width() + " x " + spec.output().image().height() + " pixels");
        out.println("shards       " + Quantity.count(plan.shards()) + " of " + Quantity.count(plan.shardSize())
                + " samples, " + plan.fileName(plan.shard(0)) + " to " + plan.fileName(plan.shard(plan.shards() - 1)));
        out.println("size         about " + Quantity.bytes(cost.bytes()) + ", " + Quantity.bytes(cost.bytesPerRow())
                + " a sample");
        long idle = Math.max(0, cost.slots() - plan.shards());
        out.println("time         about " + Quantity.time(cost.time()) + " on " + Quantity.count(cost.slots())
                + (cost.slots() == 1 ? " slot" : " slots")
                + (idle == 0
                        ? ""
                        : ", of which " + Quantity.count(idle)
                                + " have no shard; a smaller --shard-size gives them some"));
    }
}
