package io.limner.job.execute;

import io.limner.schema.sample.FaceSample;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** What a shard takes from an earlier dataset. For one thread, sample ids ascending. */
interface EarlierRows extends Closeable {
    /** There is none. */
    EarlierRows NONE = sampleId -> Optional.empty();

    /** The row of a sample; empty if it must be drawn. */
    Optional<FaceSample> row(long sampleId) throws IOException;

    /** A row that was drawn because {@link #row} gave none, with what the earlier dataset has of it. */
    default FaceSample extended(FaceSample drawn) {
        return drawn;
    }

    @Override
    default void close() throws IOException {}
}
