package io.limner.job.execute.child;

import io.limner.job.execute.AssetRoot;
import io.limner.job.execute.Sampler;
import io.limner.job.execute.SamplerFactory;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import java.util.function.LongFunction;

/**
 * Samplers that draw in processes of their own.
 *
 * @param within who draws there
 * @param limits what a child may take
 */
public record ChildSamplers(SamplerFactory within, ChildLimits limits) implements SamplerFactory {
    @Override
    public Sampler open(SceneDesign design, String device) {
        return new ChildSampler(within, design, device, limits);
    }

    /** What is not drawn needs no process of its own. */
    @Override
    public LongFunction<FaceSample> undrawn(SceneDesign design) {
        return within.undrawn(design);
    }

    @Override
    public boolean limitsTime() {
        return true;
    }

    @Override
    public SamplerFactory with(AssetRoot root) {
        return new ChildSamplers(within.with(root), limits);
    }
}
