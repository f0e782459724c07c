package io.limner.job.write;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The receipts of a plan's shards, for the manifest. Memory holds sums and a bit a shard; what else differs from shard to shard, 72
 * bytes, is in a temporary file without a name, which ends with this process. So ten million shards take little more memory than
 * ten. Not safe for several threads.
 */
public final class ShardLedger implements Closeable {
    private static final int HASH = 32;
    private static final int RECORD = Long.BYTES + 2 * HASH;

    private final Plan plan;
    private final BitSet there = new BitSet();
    private final SortedMap<String, Long> failures = new TreeMap<>();
    private final SortedSet<String> drawnBy = new TreeSet<>();
    private long samples;
    private long failed;
    private long bytes;
    /** Null until there is a receipt. */
    private RandomAccessFile records;

    /** A ledger without receipts, for the shards of {@code plan}. */
    public ShardLedger(Plan plan) {
        this.plan = plan;
    }

    /**
     * Keeps a receipt. Of several of one shard the first counts: they are equal.
     *
     * @throws IOException if the temporary folder has no room for it
     */
    public void add(ShardReceipt receipt) throws IOException {
        int index = Math.toIntExact(receipt.shard().index());
        if (there.get(index)) {
            return;
        }
        if (records == null) {
            records = unnamed();
        }
        byte[] record = ByteBuffer.allocate(RECORD)
                .putLong(receipt.file().bytes())
                .put(HexFormat.of().parseHex(receipt.contents().digest()))
                .put(HexFormat.of().parseHex(receipt.file().sha256()))
                .array();
        records.seek((long) RECORD * index);
        records.write(record);
        there.set(index);
        samples += receipt.contents().rows();
        failed += receipt.contents().failed();
        bytes += receipt.file().bytes();
        drawnBy.add(receipt.contents().drawnBy());
        receipt.failures().forEach((code, count) -> failures.merge(code, count, Long::sum));
    }

    /** Whether there is a receipt of a shard. */
    public boolean has(long shard) {
        return there.get(Math.toIntExact(shard));
    }

    /** Whether every shard has its receipt. */
    public boolean isComplete() {
        return there.cardinality() == plan.shards();
    }

    /** Samples that failed, by code. */
    public Map<String, Long> failures() {
        return Collections.unmodifiableSortedMap(failures);
    }

    /** Renderers and drivers that took part, in the order of the alphabet. */
    SortedSet<String> drawnBy() {
        return Collections.unmodifiableSortedSet(drawnBy);
    }

    /** Sums over the receipts. */
    Manifest.Totals totals() {
        return new Manifest.Totals(samples, failed, there.cardinality(), bytes, new TreeMap<>(failures));
    }

    /**
     * Tells of every shard, in order.
     *
     * @throws IllegalStateException if a receipt is missing
     */
    void tell(Manifest.Listener listener) throws IOException {
        if (!isComplete()) {
            throw new IllegalStateException(
                    "A manifest needs all " + plan.shards() + " shards; there are " + there.cardinality());
        }
        records.seek(0);
        // Not closed, since the file would be, too.
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(records.getFD()), 1 << 16));
        byte[] hash = new byte[HASH];
        for (long index = 0; index < plan.shards(); index++) {
            Shard shard = plan.shard(index);
            long length = in.readLong();
            in.readFully(hash);
            String digest = HexFormat.of().formatHex(hash);
            in.readFully(hash);
            String seal = HexFormat.of().formatHex(hash);
            listener.shard(new Manifest.Entry(
                    plan.fileName(shard), shard.firstSampleId(), shard.count(), length, digest, seal));
        }
    }

    private static RandomAccessFile unnamed() throws IOException {
        Path path = Files.createTempFile("limner-receipts-", ".tmp");
        try {
            return new RandomAccessFile(path.toFile(), "rw");
        } finally {
            Files.delete(path); // What is open stays until it is closed, however this process ends.
        }
    }

    @Override
    public void close() throws IOException {
        if (records != null) {
            records.close();
        }
    }
}
