package io.limner.schema.sample;

/** Version of the dataset format that FORMAT.md describes. */
public final class SchemaVersion {
    /**
     * What this code writes. It rises when a column changes its meaning, its type or its name, or goes; a new column alone does
     * not raise it.
     */
    public static final int CURRENT = 1;

    private SchemaVersion() {}
}
