package io.limner.schema.spec;

import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.canonical.Sha256;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a dataset is to contain.
 *
 * @param name lower-case identifier
 * @param seed root of all random values, 0 to 2^63-1
 * @param output what a row holds
 * @param composition how many rows there are and how the scene of each is drawn
 * @param assets files of the user's that samples show
 */
public record DatasetSpec(String name, long seed, Output output, Composition composition, Assets assets) {
    /** Version of the spec language that this code reads and writes: the value of the key {@code limner}. */
    public static final int LANGUAGE = 1;

    public DatasetSpec {
        if (seed < 0) {
            throw new IllegalArgumentException("A seed of " + seed + " is none: it is 0 or more");
        }
    }

    /** How many rows, at least 1. */
    public long samples() {
        return composition.samples();
    }

    /** How each parameter is drawn where no rule and no variant says otherwise, by its dotted name; complete, sorted. */
    public Map<String, Distribution> parameters() {
        return composition.recipe().parameters();
    }

    /** This spec with rows that hold something else; their scenes are the same. */
    public DatasetSpec with(Output other) {
        return new DatasetSpec(name, seed, other, composition, assets);
    }

    /** This spec with another seed. */
    public DatasetSpec with(long otherSeed) {
        return new DatasetSpec(name, otherSeed, output, composition, assets);
    }

    /** This spec with other files: those that it names, as they were found. */
    public DatasetSpec with(Assets found) {
        return new DatasetSpec(name, seed, output, composition, found);
    }

    /**
     * The spec of one partition of a dataset that grows: the same, with a seed that follows from its own and the partition's name.
     *
     * @param partition such as {@code ds=2026-11-20}
     */
    public DatasetSpec partition(String partition) {
        byte[] hash = Sha256.of("limner partition 1\n" + seed + "\n" + partition);
        return with(ByteBuffer.wrap(hash).getLong() >>> 1);
    }

    /**
     * What a row holds.
     *
     * @param image the colour image
     * @param labels which groups of labels; boxes, camera, head pose and gaze are always there
     */
    public record Output(ImageSettings image, Set<LabelKind> labels) {
        public Output {
            labels = Collections.unmodifiableSet(
                    labels.isEmpty() ? EnumSet.noneOf(LabelKind.class) : EnumSet.copyOf(labels));
        }

        /** The settings as canonical JSON takes them, keyed as in a spec. */
        public Map<String, Object> json() {
            Map<String, Object> picture = new TreeMap<>();
            picture.put("width", image.width());
            picture.put("height", image.height());
            picture.put("format", image.format().name().toLowerCase(Locale.ROOT));
            if (image.format() == ImageFormat.JPEG) {
                picture.put("quality", image.quality());
            }
            List<String> kinds = labels.stream()
                    .map(label -> label.name().toLowerCase(Locale.ROOT))
                    .toList();
            return Map.of("image", picture, "labels", kinds);
        }
    }

    /**
     * The spec in its one canonical form: JSON by RFC 8785, defaults filled in. It is itself a spec that means the same, so
     * it is what travels to executors and into a dataset's footer. How a dataset is cut into shards is no part of it.
     */
    public String canonical() {
        Map<String, Object> tree = new TreeMap<>(output.json());
        tree.putAll(composition.json());
        if (!assets.isEmpty()) {
            tree.put(AssetsParser.KEY, assets.json());
        }
        tree.put("limner", LANGUAGE);
        tree.put("name", name);
        tree.put("seed", seed);
        return CanonicalJson.write(tree);
    }

    /** SHA-256 of {@link #canonical()}, 64 hexadecimal digits. Computed anew at each call: keep it. */
    public String hash() {
        return Sha256.hex(canonical());
    }
}
