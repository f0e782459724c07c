package io.limner.job.write;

import io.limner.job.fixture.Specs;
import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * What a run keeps account of, with receipts that nobody drew: plans, notes every shard, writes the manifest, and finds the dataset
 * complete as a second run would. Arguments: a folder, how many shards. In a process of its own, whose heap is the measure.
 */
final class ManyShards {
    private static final int SIZE = 7;
    private static final long BYTES = 1000;

    private ManyShards() {}

    public static void main(String[] arguments) throws IOException {
        int shards = Integer.parseInt(arguments[1]);
        DatasetSpec spec = Specs.of(SIZE * shards);
        Plan plan = Plan.of(spec, SIZE);
        Configuration hadoop = new Configuration();
        hadoop.set("fs.many.impl", Store.class.getName());
        Destination destination = Destination.open("many://" + arguments[0], hadoop);
        ((Store) destination.fileSystem()).plan = plan;
        try (ShardLedger receipts = new ShardLedger(plan)) {
            for (int index = 0; index < shards; index++) {
                receipts.add(receipt(plan, plan.shard(index)));
            }
            Manifest.of(spec, plan, "test", receipts).publish(destination, receipts);
        }
        Manifest manifest =
                new FinishedShards(destination, plan, hadoop).complete().orElseThrow();
        System.out.println(manifest.totals().shards() + " shards of "
                + manifest.totals().samples() + " samples, " + manifest.totals().bytes() + " bytes");
    }

    static ShardReceipt receipt(Plan plan, Shard shard) {
        return new ShardReceipt(
                shard,
                new ShardReceipt.Contents(shard.count(), 0, Sha256.hex("rows " + shard.index()), "nobody"),
                new ShardReceipt.Published(
                        plan.fileName(shard), BYTES + shard.index(), Sha256.hex("file " + shard.index())),
                new ShardReceipt.Work(1, 0),
                Map.of());
    }

    /** A folder of this machine that says it has a file for every shard. */
    public static final class Store extends RawLocalFileSystem {
        private Plan plan;

        @Override
        public URI getUri() {
            return URI.create("many:///");
        }

        @Override
        public RemoteIterator<FileStatus> listStatusIterator(Path folder) {
            return new RemoteIterator<>() {
                private long next;

                @Override
                public boolean hasNext() {
                    return next < plan.shards();
                }

                @Override
                public FileStatus next() {
                    Shard shard = plan.shard(next++);
                    Path path = new Path(folder, plan.fileName(shard));
                    return new FileStatus(BYTES + shard.index(), false, 1, 1, 0, path);
                }
            };
        }
    }
}
