package io.limner.renderer;

/** Whether a sampler works at the samples that will be asked for next while the last one is still written. */
public enum Overlap {
    /** On a GPU; not where processors draw, which other slots keep as busy. */
    AUTO,
    /** Always. */
    ON,
    /** Never: a sample is begun when it is asked for. */
    OFF;

    boolean applies(boolean software) {
        return this == ON || (this == AUTO && !software);
    }
}
