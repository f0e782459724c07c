package io.limner.schema.design;

import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;

/** (spec, sample id) to scene, in any order, on any machine. */
public final class SceneDesign {
    private final DatasetSpec spec;

    public SceneDesign(DatasetSpec spec) {
        this.spec = spec;
    }

    /** The scene of sample {@code sampleId}, 0 to {@code spec.samples() - 1}. */
    public Scene scene(long sampleId) {
        return null;
    }

    /** The spec that this design expands. */
    public DatasetSpec spec() {
        return spec;
    }
}
