package io.limner.job.execute;

import io.limner.renderer.FaceGeometry;
import io.limner.renderer.FaceSampler;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import java.util.function.LongFunction;

/**
 * Opens the renderer's samplers.
 *
 * @param assets where the user's files are
 */
public record FaceSamplers(AssetRoot assets) implements SamplerFactory {
    /** The one renderer there is, for specs that name no files of the user's. */
    public static final FaceSamplers RENDERER = new FaceSamplers(AssetRoot.NONE);

    @Override
    public Sampler open(SceneDesign design, String device) {
        return of(FaceSampler.open(design, assets.open(), device));
    }

    /** The renderer's sampler as a slot. */
    static Sampler of(FaceSampler renderer) {
        return new Sampler() {
            @Override
            public FaceSample sample(long sampleId) {
                return renderer.sample(sampleId);
            }

            @Override
            public DrawnBy drawnBy() {
                return new DrawnBy(renderer.renderer(), renderer.driver());
            }

            @Override
            public void close() {
                renderer.close();
            }
        };
    }

    @Override
    public LongFunction<FaceSample> undrawn(SceneDesign design) {
        return new FaceGeometry(design, assets.open())::sample;
    }

    @Override
    public SamplerFactory with(AssetRoot root) {
        return new FaceSamplers(root);
    }
}
