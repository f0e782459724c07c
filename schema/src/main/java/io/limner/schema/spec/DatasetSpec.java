package io.limner.schema.spec;

import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.canonical.Sha256;
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
 * @param samples how many rows, at least 1
 * @param output what a row holds
 * @param parameters how each parameter of a scene is drawn, by its dotted name; complete, defaults filled in; sorted by name
 */
public record DatasetSpec(String name, long seed, long samples, Output output, Map<String, Distribution> parameters) {
    /** Version of the spec language that this code reads and writes: the value of the key {@code limner}. */
    public static final int LANGUAGE = 1;

    public DatasetSpec {
        if (seed < 0 || samples < 1) {
            throw new IllegalArgumentException("A spec of seed " + seed + " and " + samples
                    + " samples is none: the seed is 0 or more, the samples are 1 or more");
        }
        if (!parameters.keySet().equals(Set.copyOf(Parameters.names()))) {
            throw new IllegalArgumentException(
                    "A spec must say how each parameter of the catalogue is drawn, and no other");
        }
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
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
        Map<String, Object> drawn = new TreeMap<>();
        parameters.forEach((parameter, distribution) -> drawn.put(parameter, distribution.json()));
        Map<String, Object> tree = new TreeMap<>(output.json());
        tree.put("limner", LANGUAGE);
        tree.put("name", name);
        tree.put("seed", seed);
        tree.put("samples", samples);
        tree.put("parameters", drawn);
        return CanonicalJson.write(tree);
    }

    /** SHA-256 of {@link #canonical()}, 64 hexadecimal digits. Computed anew at each call: keep it. */
    public String hash() {
        return Sha256.hex(canonical());
    }
}
