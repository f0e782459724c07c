package io.limner.job.source;

import io.limner.job.fixture.FlatSamplers;

/** The data source over flat pictures. */
public final class FlatSource extends LimnerSource {
    static final FlatSamplers SAMPLERS = FlatSamplers.sound();

    /** Spark calls this. */
    public FlatSource() {
        super(SAMPLERS);
    }
}
