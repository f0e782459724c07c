package io.limner.renderer.frame;

/**
 * What one drawing yields: heap-owned layers, row-major, top-left origin. Label layers hold what is at the exact centre of each
 * pixel; they come from the same visibility buffer that the colour is shaded from.
 *
 * @param size width and height
 * @param rgb sRGB colour, 3 bytes a pixel
 * @param classes {@link io.limner.schema.label.SegmentationClass} codes, 1 byte a pixel
 * @param depth mm along the optical axis, 0 where there is no surface
 * @param normals camera space (x right, y down, z forward), 3 bytes a pixel: round((n + 1) / 2 * 255); 0, 0, 0 where there is
 *     no surface
 */
public record Frame(Size size, byte[] rgb, byte[] classes, float[] depth, byte[] normals) {

    /** Width and height in pixels. */
    public record Size(int width, int height) {}
}
