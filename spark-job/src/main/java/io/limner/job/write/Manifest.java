package io.limner.job.write;

import io.limner.job.plan.Plan;
import io.limner.schema.sample.SchemaVersion;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a dataset is: written last, so that a place with a manifest is complete. Readers trust it.
 *
 * @param identity what was drawn
 * @param totals sums over the shards
 * @param drawnBy renderers and drivers that took part
 * @param shards every shard, in order
 * @param run what the run did that finished the dataset; null in a manifest that is older than this
 */
public record Manifest(Identity identity, Totals totals, List<String> drawnBy, List<Entry> shards, Run run) {
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

    /** The manifest of a dataset whose shards are all there. */
    public static Manifest of(DatasetSpec spec, Plan plan, String version, List<ShardReceipt> receipts) {
        if (receipts.size() != plan.shards()) {
            throw new IllegalArgumentException(
                    "A manifest needs all " + plan.shards() + " shards; there are " + receipts.size());
        }
        Totals totals = new Totals(
                receipts.stream()
                        .mapToLong(receipt -> receipt.contents().rows())
                        .sum(),
                receipts.stream()
                        .mapToLong(receipt -> receipt.contents().failed())
                        .sum(),
                receipts.size(),
                receipts.stream().mapToLong(receipt -> receipt.file().bytes()).sum(),
                failures(receipts));
        return new Manifest(
                new Identity(spec.name(), plan.specHash(), plan.hash(), SchemaVersion.CURRENT, version),
                totals,
                receipts.stream()
                        .map(receipt -> receipt.contents().drawnBy())
                        .distinct()
                        .sorted()
                        .toList(),
                receipts.stream().map(Manifest::entry).toList(),
                null);
    }

    private static Map<String, Long> failures(List<ShardReceipt> receipts) {
        Map<String, Long> failures = new TreeMap<>();
        receipts.forEach(
                receipt -> receipt.failures().forEach((code, count) -> failures.merge(code, count, Long::sum)));
        return failures;
    }

    /** The same, finished by {@code run}. */
    public Manifest by(Run finisher) {
        return new Manifest(identity, totals, drawnBy, shards, finisher);
    }

    private static Entry entry(ShardReceipt receipt) {
        return new Entry(
                receipt.file().name(),
                receipt.shard().firstSampleId(),
                receipt.contents().rows(),
                receipt.file().bytes(),
                receipt.contents().digest(),
                receipt.file().sha256());
    }

    /** The manifest of a place; empty if it has none, or one that is damaged, which is then as good as none. */
    public static Optional<Manifest> at(Destination destination) throws IOException {
        Optional<byte[]> content = destination.read(FILE);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            Manifest manifest = JsonFile.read(content.get(), Manifest.class);
            return manifest.isWhole() ? Optional.of(manifest) : Optional.empty();
        } catch (com.fasterxml.jackson.core.JacksonException damaged) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        return identity != null
                && identity.name() != null
                && identity.specHash() != null
                && identity.planHash() != null
                && totals != null
                && drawnBy != null
                && shards != null
                && shards.stream().allMatch(entry -> entry != null && entry.file() != null && entry.digest() != null);
    }

    /** Writes it. */
    public void publish(Destination destination) throws IOException {
        destination.publish(FILE, JsonFile.write(this));
    }
}
