package io.limner.renderer;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;

/**
 * Sample id to row: the one way a sample is drawn, whoever asks. Not thread-safe: one sampler a task thread.
 */
public final class FaceSampler implements AutoCloseable {
    private final SceneDesign design;

    private FaceSampler(SceneDesign design) {
        this.design = design;
    }

    /**
     * Opens a device and a drawing context.
     *
     * @param design what to draw
     * @param device where: "auto", "cpu" (Mesa's llvmpipe), or "gpu:N" with N a CUDA index
     */
    public static FaceSampler open(SceneDesign design, String device) {
        return new FaceSampler(design);
    }

    /** Draws sample {@code sampleId}; a fault of the sample itself gives a row with a failure. */
    public FaceSample sample(long sampleId) {
        throw new IllegalStateException("no renderer in this build: sample " + sampleId + " of "
                + design.spec().name());
    }

    @Override
    public void close() {}
}
