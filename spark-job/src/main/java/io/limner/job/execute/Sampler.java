package io.limner.job.execute;

import io.limner.schema.sample.FaceSample;

/** Draws samples, one at a time, on whatever thread asks. */
public interface Sampler extends AutoCloseable {

    /**
     * Draws a sample. A fault of the sample itself gives a row with a failure; an exception means that this sampler is broken.
     *
     * @param sampleId a sample of the design that this sampler was opened for
     */
    FaceSample sample(long sampleId);

    @Override
    void close();
}
