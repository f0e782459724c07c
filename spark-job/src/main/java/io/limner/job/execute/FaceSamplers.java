package io.limner.job.execute;

import io.limner.renderer.FaceSampler;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;

/** Opens the renderer's samplers. */
public enum FaceSamplers implements SamplerFactory {
    /** The one renderer there is. */
    RENDERER;

    @Override
    public Sampler open(SceneDesign design, String device) {
        FaceSampler renderer = FaceSampler.open(design, device);
        return new Sampler() {
            @Override
            public FaceSample sample(long sampleId) {
                return renderer.sample(sampleId);
            }

            @Override
            public void close() {
                renderer.close();
            }
        };
    }
}
