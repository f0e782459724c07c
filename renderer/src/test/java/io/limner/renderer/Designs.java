package io.limner.renderer;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.SpecReader;

/** Specs for tests, as short texts. */
public final class Designs {
    private Designs() {}

    /**
     * A design of 1000 samples.
     *
     * @param lines further lines of the spec
     */
    public static SceneDesign of(String... lines) {
        String spec = "limner: 1\nname: test\nseed: 5\nsamples: 1000\n" + String.join("\n", lines) + "\n";
        return new SceneDesign(SpecReader.parse(spec, "a test"));
    }
}
