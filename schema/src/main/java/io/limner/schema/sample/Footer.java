package io.limner.schema.sample;

import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.spec.DatasetSpec;
import java.util.Map;
import java.util.TreeMap;

/** What the footer of every Parquet file of a dataset says, as key and value. */
public final class Footer {
    /** Tells Hugging Face {@code datasets} which columns are images. */
    public static final String HUGGING_FACE = "huggingface";

    /** {@link SchemaVersion#CURRENT} in decimal. */
    public static final String SCHEMA_VERSION = "limner.schema_version";

    /** {@link DatasetSpec#canonical()}. */
    public static final String SPEC = "limner.spec";

    /** {@link DatasetSpec#hash()}. */
    public static final String SPEC_HASH = "limner.spec_hash";

    private Footer() {}

    /** Keys and values for the dataset of {@code spec}. */
    public static Map<String, String> of(DatasetSpec spec) {
        Map<String, String> footer = new TreeMap<>();
        footer.put(HUGGING_FACE, huggingFace(Columns.of(spec)));
        footer.put(SCHEMA_VERSION, Integer.toString(SchemaVersion.CURRENT));
        footer.put(SPEC, spec.canonical());
        footer.put(SPEC_HASH, spec.hash());
        return footer;
    }

    /**
     * Names the image columns and nothing else: of all others the reader learns enough from the file's own schema. {@code canonical} is
     * left out: Pillow, with which {@code datasets} decodes, makes 8 bits of a channel of 16-bit colour.
     */
    static String huggingFace(Columns columns) {
        Map<String, Object> features = new TreeMap<>();
        for (Column column : columns.all()) {
            if (column.type().equals(ColumnType.IMAGE) && !column.name().equals(LabelColumns.CANONICAL)) {
                features.put(column.name(), Map.of("_type", "Image"));
            }
        }
        return CanonicalJson.write(Map.of("info", Map.of("features", features)));
    }
}
