package io.limner.job.execute;

import io.limner.job.plan.Shard;
import io.limner.job.write.Destination;
import io.limner.job.write.RowParser;
import io.limner.job.write.Seal;
import io.limner.job.write.ShardRows;
import io.limner.job.write.StoredDataset;
import io.limner.job.write.StoredRow;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.sample.Hashes;
import io.limner.schema.scene.Scene;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of another dataset that show what a design asks for: those of the same sample id whose sample hash is the same. They are
 * taken from files whose seal holds, and only if they were drawn, by this build of Limner on the device and driver that would draw them
 * now. For one thread, sample ids ascending.
 */
final class CopiedRows implements EarlierRows {
    private static final Logger LOG = LoggerFactory.getLogger(CopiedRows.class);

    private final StoredDataset earlier;
    private final Shard asked;
    private final SceneDesign before;
    private final SceneDesign wanted;
    private final Columns columns;
    private final Configuration hadoop;
    private final String specHash;
    private final Supplier<Sampler.DrawnBy> now;
    private long shard = -1;
    private ShardRows rows;

    /**
     * Rows of {@code earlier} for a shard of {@code wanted}.
     *
     * @param now what would draw them; asked only if there are any
     */
    CopiedRows(
            StoredDataset earlier,
            SceneDesign wanted,
            Shard asked,
            Supplier<Sampler.DrawnBy> now,
            Configuration hadoop) {
        this.now = now;
        this.earlier = earlier;
        this.asked = asked;
        this.before = new SceneDesign(earlier.spec());
        this.wanted = wanted;
        this.columns = Columns.of(earlier.spec());
        this.hadoop = hadoop;
        this.specHash = wanted.spec().hash();
    }

    @Override
    public Optional<FaceSample> row(long sampleId) throws IOException {
        if (!same(sampleId)) {
            return Optional.empty();
        }
        long there = sampleId / earlier.plan().shardSize();
        if (there != shard) {
            close();
            shard = there;
            rows = open(earlier.plan().shard(there)).orElse(null);
        }
        if (rows == null) {
            return Optional.empty();
        }
        for (Optional<StoredRow> next = rows.next(); next.isPresent(); next = rows.next()) {
            FaceSample row = RowParser.parse(columns, next.get());
            if (row.sampleId() == sampleId) {
                return fit(row) ? Optional.of(mine(row)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a sample shows the same in both; decided by the designs alone, no row is read for it. */
    private boolean same(long sampleId) {
        return sampleId < earlier.spec().samples() && hash(before, sampleId).equals(hash(wanted, sampleId));
    }

    private static String hash(SceneDesign design, long sampleId) {
        return Hashes.sample(design.scene(sampleId), design.spec());
    }

    private Optional<ShardRows> open(Shard from) throws IOException {
        var file = earlier.destination().path(Destination.DATA, earlier.plan().fileName(from));
        try {
            Seal.check(earlier.destination().fileSystem(), file);
        } catch (Seal.BrokenException | java.io.FileNotFoundException unfit) {
            LOG.warn("no row is copied from {}: {}", file, unfit.getMessage());
            return Optional.empty();
        }
        Set<Long> taken = new HashSet<>();
        long end = Math.min(from.endSampleId(), asked.endSampleId());
        for (long sampleId = Math.max(from.firstSampleId(), asked.firstSampleId()); sampleId < end; sampleId++) {
            if (same(sampleId)) {
                taken.add(sampleId);
            }
        }
        return Optional.of(ShardRows.of(file, taken, hadoop));
    }

    private boolean fit(FaceSample row) {
        return row.drawing() != null
                && row.provenance().sampleHash().equals(hash(wanted, row.sampleId()))
                && now.get()
                        .equals(new Sampler.DrawnBy(
                                row.provenance().renderer(), row.provenance().driver()));
    }

    /** The row as the wanted design names it: its subject, variant and part of the split may be other. */
    private FaceSample mine(FaceSample row) {
        Scene scene = wanted.scene(row.sampleId());
        Provenance was = row.provenance();
        return new FaceSample(
                wanted.place(row.sampleId()),
                scene,
                new Provenance(specHash, was.sampleHash(), was.renderer(), was.driver(), was.assets()),
                row.drawing(),
                null);
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
        rows = null;
    }
}
