package io.limner.job.execute;

import io.limner.renderer.FaceGeometry;
import io.limner.renderer.FaceSampler;
import io.limner.renderer.Overlap;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import java.util.function.LongFunction;

/**
 * Opens the renderer's samplers.
 *
 * @param assets where the user's files are
 * @param overlap whether samples are begun before they are asked for
 */
public record FaceSamplers(AssetRoot assets, Overlap overlap) implements SamplerFactory {
    /** The one renderer there is, for specs that name no files of the user's. */
    public static final FaceSamplers RENDERER = new FaceSamplers(AssetRoot.NONE);

    /** Samples overlap where the device makes that worth while. */
    public FaceSamplers(AssetRoot assets) {
        this(assets, Overlap.AUTO);
    }

    /** The same, whose samples overlap as {@code asked}. */
    public FaceSamplers overlapping(Overlap asked) {
        return new FaceSamplers(assets, asked);
    }

    @Override
    public Sampler open(SceneDesign design, String device) {
        return of(FaceSampler.open(design, assets.open(), device, overlap));
    }

    /** The renderer's sampler as a slot. */
    static Sampler of(FaceSampler renderer) {
        return new Sampler() {
            @Override
            public FaceSample sample(long sampleId) {
                return renderer.sample(sampleId);
            }

            @Override
            public FaceSample sample(long sampleId, long... next) {
                return renderer.sample(sampleId, next);
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
        return new FaceSamplers(root, overlap);
    }
}
