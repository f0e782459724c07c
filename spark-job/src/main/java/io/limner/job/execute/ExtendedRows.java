package io.limner.job.execute;

import io.limner.job.config.BadInputException;
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
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.sample.Hashes;
import io.limner.schema.scene.Scene;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The rows of a finished dataset that get labels which it lacks: each sample is drawn again, its pixel hash proves that it is the same
 * picture, and what the row had it keeps. Rows that had failed stay as they are.
 */
final class ExtendedRows implements EarlierRows {
    /** Code of a row whose sample, drawn again, shows something else. */
    static final String PICTURE_DIFFERS = "PICTURE_DIFFERS";

    private static final String THEN = "; then ";

    private final StoredDataset before;
    private final SceneDesign wanted;
    private final LabelUnion union;
    private final Columns columns;
    private final String specHash;
    private final ShardRows rows;
    private FaceSample row;

    /**
     * The rows of a shard, which {@code before} cuts likewise.
     *
     * @throws BadInputException if its file is missing or damaged
     */
    ExtendedRows(StoredDataset before, SceneDesign wanted, Shard shard, Configuration hadoop) throws IOException {
        this.before = before;
        this.wanted = wanted;
        this.union = new LabelUnion(before.spec().output(), wanted.spec().output());
        this.columns = Columns.of(before.spec());
        this.specHash = wanted.spec().hash();
        Path file = before.destination()
                .path(Destination.DATA, before.plan().fileName(before.plan().shard(shard.index())));
        try {
            Seal.check(before.destination().fileSystem(), file);
        } catch (Seal.AbsentException old) {
            // A file of a version that knew no seals: pages have checksums.
        } catch (Seal.BrokenException | FileNotFoundException unfit) {
            throw damaged(file.toString(), unfit.getMessage(), unfit);
        }
        this.rows = ShardRows.all(file, hadoop);
    }

    private BadInputException damaged(String file, String why, Exception cause) {
        return new BadInputException(
                "no label can be added to " + file + ": " + why + "; 'limner verify "
                        + before.destination().describe()
                        + " --repair' and the render command that drew it mend it, then run the same backfill again",
                cause);
    }

    @Override
    public Optional<FaceSample> row(long sampleId) throws IOException {
        Optional<StoredRow> next = rows.next();
        if (next.isEmpty()) {
            throw damaged("the shard of sample " + sampleId, "it has no row of that sample", null);
        }
        row = RowParser.parse(columns, next.get());
        if (row.sampleId() != sampleId) {
            throw damaged("the shard of sample " + sampleId, "it has sample " + row.sampleId() + " in its place", null);
        }
        return row.drawing() == null ? Optional.of(failed(row.provenance(), row.failure())) : Optional.empty();
    }

    @Override
    public FaceSample extended(FaceSample drawn) {
        if (drawn.drawing() == null) {
            return drawn;
        }
        String now = drawn.drawing().pixelHash();
        String was = row.drawing().pixelHash();
        if (!now.equals(was)) {
            String message = "drawn again, its pixel hash is " + now + " and not " + was + "; it was drawn by "
                    + row.provenance().renderer() + " (" + row.provenance().driver() + "), and now by "
                    + drawn.provenance().renderer() + " (" + drawn.provenance().driver()
                    + "): only the device, the driver and a build that draw the same picture can add labels to it";
            return failed(drawn.provenance(), new Failure(PICTURE_DIFFERS, message));
        }
        return new FaceSample(
                drawn.place(),
                drawn.scene(),
                new Provenance(
                        specHash,
                        drawn.provenance().sampleHash(),
                        both(row.provenance().renderer(), drawn.provenance().renderer()),
                        both(row.provenance().driver(), drawn.provenance().driver()),
                        drawn.provenance().assets()),
                union.of(row.drawing(), drawn.drawing()),
                null);
    }

    private static String both(String before, String now) {
        return before.equals(now) || before.endsWith(THEN + now) ? before : before + THEN + now;
    }

    /** The row as the wanted design names it. */
    private FaceSample failed(Provenance by, Failure failure) {
        long sampleId = row.sampleId();
        Scene scene = wanted.scene(sampleId);
        return new FaceSample(
                wanted.place(sampleId),
                scene,
                new Provenance(specHash, Hashes.sample(scene, wanted.spec()), by.renderer(), by.driver(), by.assets()),
                null,
                failure);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
