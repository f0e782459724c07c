package io.limner.schema.spec;

import java.nio.file.Path;

/** Reads a spec. */
public final class SpecReader {
    private SpecReader() {}

    /** Reads and checks the spec in {@code file}. */
    public static DatasetSpec read(Path file) {
        return null;
    }
}
