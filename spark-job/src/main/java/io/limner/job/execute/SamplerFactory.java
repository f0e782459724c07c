package io.limner.job.execute;

import io.limner.schema.design.SceneDesign;
import java.io.Serializable;

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

    /** Such samplers with the user's files from {@code root}; by default they need none. */
    default SamplerFactory with(AssetRoot root) {
        return this;
    }
}
