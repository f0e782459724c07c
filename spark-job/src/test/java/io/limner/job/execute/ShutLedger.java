package io.limner.job.execute;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.write.ShardReceipt;
import java.io.IOException;
import java.util.Map;

/** A run whose temporary file takes no more. */
public final class ShutLedger {
    private ShutLedger() {}

    /** Notes a shard, and another when that cannot be done any more. */
    public static void note() throws IOException {
        Plan plan = new Plan("ab", 10, 5);
        RunWatch watch = new RunWatch(plan);
        watch.found(receipt(plan.shard(0)));
        watch.receipts().close();
        watch.found(receipt(plan.shard(1)));
    }

    private static ShardReceipt receipt(Shard shard) {
        return new ShardReceipt(
                shard,
                new ShardReceipt.Contents(shard.count(), 0, "ab".repeat(32), ""),
                new ShardReceipt.Published("", 1000, "cd".repeat(32)),
                ShardReceipt.Work.EARLIER,
                Map.of());
    }
}
