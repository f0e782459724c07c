package io.limner.job.execute;

import io.limner.renderer.FaceGeometry;
import io.limner.renderer.asset.AssetSource;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import java.io.Serializable;
import java.util.function.LongFunction;

/** How samplers are opened. Travels to executors with the work; equal factories open the same kind of sampler. */
public interface SamplerFactory extends Serializable {

    /**
     * Opens a device and a drawing context, which takes about half a second.
     *
     * @param design what to draw
     * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @throws RuntimeException if this machine cannot draw; the message names the remedy
     */
    Sampler open(SceneDesign design, String device);

    /**
     * Rows with the labels that are geometry and nothing that must be drawn, for which no device is opened. For one thread.
     *
     * @param design what would be drawn
     */
    default LongFunction<FaceSample> undrawn(SceneDesign design) {
        return new FaceGeometry(design, AssetSource.NONE)::sample;
    }

    /** Whether a sample that takes too long is ended; by default nothing can. */
    default boolean limitsTime() {
        return false;
    }

    /** Such samplers with the user's files from {@code root}; by default they need none. */
    default SamplerFactory with(AssetRoot root) {
        return this;
    }
}
