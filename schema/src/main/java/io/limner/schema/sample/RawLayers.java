package io.limner.schema.sample;

/**
 * Label layers as numbers, before they are encoded; row by row from the top left. Those that a spec does not ask for are null.
 *
 * @param classes {@link io.limner.schema.label.SegmentationClass} codes, 1 byte a pixel
 * @param depth unsigned 16-bit steps of 0.1 mm, 0 where there is no surface, 1 value a pixel
 * @param normals 3 bytes a pixel
 * @param onRequest further layers
 */
public record RawLayers(byte[] classes, short[] depth, byte[] normals, OnRequest onRequest) {

    /** Nothing on request. */
    public RawLayers(byte[] classes, short[] depth, byte[] normals) {
        this(classes, depth, normals, OnRequest.NOTHING);
    }

    /**
     * Layers that a spec must ask for by name.
     *
     * @param amodal bits of {@link io.limner.schema.label.AmodalGroup}, 1 byte a pixel
     * @param alpha share of the pixel that is not background, 255 all, 1 byte a pixel
     * @param canonical place on the neutral adult, 3 unsigned 16-bit values a pixel
     * @param albedo sRGB of the surface without light, 3 bytes a pixel
     */
    public record OnRequest(byte[] amodal, byte[] alpha, short[] canonical, byte[] albedo) {
        /** None of them. */
        public static final OnRequest NOTHING = new OnRequest(null, null, null, null);
    }
}
