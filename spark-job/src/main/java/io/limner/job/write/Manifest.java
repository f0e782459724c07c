package io.limner.job.write;

import io.limner.job.plan.Plan;
import io.limner.schema.sample.SchemaVersion;
import io.limner.schema.spec.DatasetSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dataset is: written last, so that a place with a manifest is complete. Readers trust it. Its shards, an {@link Entry} each, are
 * in the file and never in memory together.
 *
 * @param identity what was drawn
 * @param totals sums over the shards
 * @param drawnBy renderers and drivers that took part
 * @param run what the run did that finished the dataset; null in a manifest that is older than this
 */
public record Manifest(Identity identity, Totals totals, List<String> drawnBy, Run run) {
    /** Its file. */
    public static final String FILE = "_limner/manifest.json";

    /**
     * What was drawn.
     *
     * @param name the spec's
     * @param specHash {@link DatasetSpec#hash()}
     * @param planHash {@link Plan#hash()}
     * @param schemaVersion of the rows
     * @param limner version of Limner that finished the dataset
     */
    public record Identity(String name, String specHash, String planHash, int schemaVersion, String limner) {}

    /**
     * Sums.
     *
     * @param samples rows, failed ones included
     * @param failed rows that could not be drawn
     * @param shards files
     * @param bytes of all files
     * @param failures rows that could not be drawn, by code; null in a manifest that is older than this
     */
    public record Totals(long samples, long failed, long shards, long bytes, Map<String, Long> failures) {}

    /**
     * What one run did.
     *
     * @param seconds from the first shard that was given out to the last
     * @param drawn samples, those that were copied included
     * @param copied samples that were copied from an earlier dataset
     * @param imagesPerSecond drawn, not copied
     * @param executors who drew
     * @param faults what went wrong on the way and was mended by trying again, in words
     */
    public record Run(
            double seconds,
            long drawn,
            long copied,
            double imagesPerSecond,
            List<Executor> executors,
            List<String> faults) {}

    /** An executor: samples that it drew, those of shards that were lost or drawn by a twin included, and how fast. */
    public record Executor(String id, String host, long samples, double imagesPerSecond) {}

    /**
     * A shard.
     *
     * @param file its name below {@link Destination#DATA}
     * @param firstSampleId its first sample
     * @param rows samples, failed ones included
     * @param bytes the file's length
     * @param digest as in {@link ShardReceipt.Contents}
     * @param sha256 the file's {@link Seal}; null in a manifest that is older than seals
     */
    public record Entry(String file, long firstSampleId, long rows, long bytes, String digest, String sha256) {}

    /** Hears of the shards of a manifest, in order. */
    @FunctionalInterface
    public interface Listener {
        /** A shard. */
        void shard(Entry shard) throws IOException;
    }

    /** The manifest of a dataset whose shards are all in {@code receipts}. */
    public static Manifest of(DatasetSpec spec, Plan plan, String version, ShardLedger receipts) {
        return new Manifest(
                new Identity(spec.name(), plan.specHash(), plan.hash(), SchemaVersion.CURRENT, version),
                receipts.totals(),
                List.copyOf(receipts.drawnBy()),
                null);
    }

    /** The same, finished by {@code run}. */
    public Manifest by(Run finisher) {
        return new Manifest(identity, totals, drawnBy, finisher);
    }

    /** The manifest of a place; empty if it has none, or one that is damaged, which is then as good as none. */
    public static Optional<Manifest> at(Destination destination) throws IOException {
        return at(destination, shard -> {});
    }

    /**
     * The same.
     *
     * @param listener hears of every shard, also of a manifest that then turns out to be damaged
     */
    public static Optional<Manifest> at(Destination destination, Listener listener) throws IOException {
        try (InputStream in = destination.fileSystem().open(destination.path(FILE))) {
            return ManifestFile.read(in, listener);
        } catch (FileNotFoundException none) {
            return Optional.empty();
        }
    }

    /**
     * Writes it.
     *
     * @throws IllegalStateException if a shard has no receipt
     */
    public void publish(Destination destination, ShardLedger receipts) throws IOException {
        destination.publish(FILE, out -> ManifestFile.write(this, receipts, out));
    }
}
