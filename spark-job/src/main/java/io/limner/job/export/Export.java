package io.limner.job.export;

import io.limner.job.config.BadInputException;
import io.limner.job.plan.Plan;
import io.limner.job.write.Destination;
import io.limner.job.write.Manifest;
import io.limner.job.write.RowParser;
import io.limner.job.write.ShardRows;
import io.limner.job.write.StoredDataset;
import io.limner.job.write.StoredRow;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.LabelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;

/** Writes a finished dataset in another format, into a new folder that appears only when it is whole. */
public final class Export {
    private final StoredDataset dataset;
    private final Columns columns;
    private final Configuration hadoop;

    /**
     * What was written.
     *
     * @param samples in the folder
     * @param failed samples of the dataset that were never drawn, and are left out
     * @param others samples of other splits
     */
    public record Result(long samples, long failed, long others) {}

    /**
     * The dataset at a place.
     *
     * @throws BadInputException if there is none, or it is not complete
     */
    public Export(Destination destination, Configuration hadoop) throws IOException {
        this.dataset = StoredDataset.at(destination);
        if (Manifest.at(destination).isEmpty()) {
            throw new BadInputException(destination.describe() + " is not complete: it has no " + Manifest.FILE
                    + "; run the render command again, which finishes it");
        }
        this.columns = Columns.of(dataset.spec());
        this.hadoop = hadoop;
    }

    /**
     * Writes everything.
     *
     * @param folder must not be there yet
     * @param split only the samples of this split; null for all
     * @param progress gets 1 for each row that was read
     */
    public Result run(ExportFormat format, Path folder, String split, LongConsumer progress) throws IOException {
        if (Files.exists(folder)) {
            throw new BadInputException(folder + " is there already; name a folder that is not, or remove it");
        }
        if (format.needsLandmarks() && !dataset.spec().output().labels().contains(LabelKind.LANDMARKS)) {
            throw new BadInputException(dataset.destination().describe()
                    + " has no landmarks, which this format is made of; render it with labels: [landmarks]");
        }
        if (split != null
                && !dataset.spec().composition().split().shares().keySet().contains(split)) {
            throw new BadInputException(
                    "--split " + split + ": " + dataset.destination().describe() + " has the splits "
                            + dataset.spec().composition().split().shares().keySet());
        }
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path partial = Files.createTempDirectory(parent, "." + folder.getFileName() + ".");
        long written = 0;
        long failed = 0;
        long others = 0;
        try (SampleWriter writer = format.open(partial, columns)) {
            Plan plan = dataset.plan();
            for (long shard = 0; shard < plan.shards(); shard++) {
                String file = plan.fileName(plan.shard(shard));
                try (ShardRows rows = ShardRows.all(dataset.destination().path(Destination.DATA, file), hadoop)) {
                    for (Optional<StoredRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                        FaceSample sample = RowParser.parse(columns, row.get());
                        if (sample.drawing() == null) {
                            failed++;
                        } else if (split != null && !split.equals(sample.place().split())) {
                            others++;
                        } else {
                            writer.write(sample);
                            written++;
                        }
                        progress.accept(1);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            FileUtils.deleteQuietly(partial.toFile());
            throw e;
        }
        Files.move(partial, folder);
        return new Result(written, failed, others);
    }
}
