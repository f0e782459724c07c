package io.limner.job.execute;

import io.limner.schema.sample.FaceSample;

/** Draws samples, one at a time, on whatever thread asks. */
public interface Sampler extends AutoCloseable {

    /**
     * Draws a sample. A fault of the sample itself gives a row with a failure; an exception means that this sampler is broken.
     *
     * @throws java.util.concurrent.CancellationException if the task of this thread is wanted no longer; the sampler is sound
     * @param sampleId a sample of the design that this sampler was opened for
     */
    FaceSample sample(long sampleId);

    /**
     * The same, told what will be asked for next, so that it can be begun; by default nothing is. What comes of a sample shows only when
     * that sample is asked for; at one that is asked for with nothing next, nothing else is drawn.
     *
     * @param next sample ids, in order
     */
    default FaceSample sample(long sampleId, long... next) {
        return sample(sampleId);
    }

    /** What the rows will name as their renderer and driver; rows of others may look otherwise. */
    DrawnBy drawnBy();

    /**
     * Who draws a row.
     *
     * @param renderer as {@link io.limner.schema.sample.FaceSample.Provenance#renderer}
     * @param driver as {@link io.limner.schema.sample.FaceSample.Provenance#driver}
     */
    record DrawnBy(String renderer, String driver) {}

    @Override
    void close();
}
