package io.limner.job.write;

import io.limner.job.plan.Plan;
import io.limner.schema.sample.SchemaVersion;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a dataset is: written last, so that a place with a manifest is complete. Readers trust it.
 *
 * @param identity what was drawn
 * @param totals sums over the shards
 * @param drawnBy renderers and drivers that took part
 * @param shards every shard, in order
 */
public record Manifest(Identity identity, Totals totals, List<String> drawnBy, List<Entry> shards) {
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
     */
    public record Totals(long samples, long failed, long shards, long bytes) {}

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
                receipts.stream().mapToLong(receipt -> receipt.file().bytes()).sum());
        return new Manifest(
                new Identity(spec.name(), plan.specHash(), plan.hash(), SchemaVersion.CURRENT, version),
                totals,
                receipts.stream()
                        .map(receipt -> receipt.contents().drawnBy())
                        .distinct()
                        .sorted()
                        .toList(),
                receipts.stream().map(Manifest::entry).toList());
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
