package io.limner.schema.sample;

import io.limner.schema.design.Place;
import io.limner.schema.scene.Scene;

/**
 * One row of a dataset. Exactly one of {@code drawing} and {@code failure} is set.
 *
 * @param place which sample, and where it belongs
 * @param scene what was to be drawn, resolved
 * @param provenance what drew it
 * @param drawing the picture and its labels, or null
 * @param failure why there is none, or null
 */
public record FaceSample(Place place, Scene scene, Provenance provenance, Drawing drawing, Failure failure) {
    public FaceSample {
        if (scene == null || provenance == null) {
            throw new IllegalArgumentException(
                    "Sample " + place.sampleId() + " must have its scene and its provenance, even if it failed");
        }
        if ((drawing == null) == (failure == null)) {
            throw new IllegalArgumentException(
                    "Sample " + place.sampleId() + " must have either a drawing or a failure");
        }
    }

    /** Which sample, 0 to samples-1. */
    public long sampleId() {
        return place.sampleId();
    }

    /**
     * What drew the sample.
     *
     * @param specHash SHA-256 of the canonical spec, hex
     * @param sampleHash SHA-256 of the resolved scene and the image settings, hex
     * @param renderer renderer version and OpenGL renderer string
     * @param driver OpenGL version string
     * @param assets licences of the assets that were used
     */
    public record Provenance(String specHash, String sampleHash, String renderer, String driver, String assets) {}

    /**
     * The picture and its labels.
     *
     * @param image encoded colour
     * @param labels geometry
     * @param layers label images; those that the spec does not ask for are null
     * @param pixelHash SHA-256 of width, height and raw RGB, hex
     * @param labelHash SHA-256 of all raw labels, hex
     */
    public record Drawing(EncodedImage image, Labels labels, Layers layers, String pixelHash, String labelHash) {}

    /**
     * Label images as PNG files.
     *
     * @param segmentation 8-bit grey, {@link io.limner.schema.label.SegmentationClass} codes
     * @param depth 16-bit grey, 0.1 mm steps along the optical axis, 0 where there is no surface
     * @param normals 8-bit RGB, camera space
     * @param onRequest further layers
     */
    public record Layers(EncodedImage segmentation, EncodedImage depth, EncodedImage normals, OnRequest onRequest) {
        /** Nothing on request. */
        public Layers(EncodedImage segmentation, EncodedImage depth, EncodedImage normals) {
            this(segmentation, depth, normals, OnRequest.NOTHING);
        }
    }

    /**
     * Label images that a spec must ask for by name.
     *
     * @param amodal 8-bit grey, bits of {@link io.limner.schema.label.AmodalGroup}
     * @param alpha 8-bit grey, share of the pixel that is not background
     * @param canonical 16-bit RGB, place on the neutral adult
     * @param albedo 8-bit RGB, colour without light
     */
    public record OnRequest(EncodedImage amodal, EncodedImage alpha, EncodedImage canonical, EncodedImage albedo) {
        /** None of them. */
        public static final OnRequest NOTHING = new OnRequest(null, null, null, null);
    }

    /**
     * Why a sample could not be drawn.
     *
     * @param code stable, upper case
     * @param message for people
     */
    public record Failure(String code, String message) {}
}
