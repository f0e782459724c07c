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
 * @param onRequest further layers
 */
public record Frame(Size size, byte[] rgb, byte[] classes, float[] depth, byte[] normals, OnRequest onRequest) {

    /** A frame of which nothing more was asked. */
    public Frame(Size size, byte[] rgb, byte[] classes, float[] depth, byte[] normals) {
        this(size, rgb, classes, depth, normals, OnRequest.NOTHING);
    }

    /** This frame with further layers. */
    public Frame with(OnRequest more) {
        return new Frame(size, rgb, classes, depth, normals, more);
    }

    /**
     * Layers that are drawn only when they are asked for; else null.
     *
     * @param amodal bits of {@link io.limner.schema.label.AmodalGroup}: what the pixel's ray meets, covered or not, 1 byte a pixel
     * @param alpha share of the pixel that is not background, filtered as the colour is, 255 all, 1 byte a pixel
     * @param canonical of pixels that show skin, the place on the neutral adult: round(100 c) + 32768, unsigned, for x, y and z in
     *     mm; else 0; 3 values a pixel
     * @param albedo sRGB of the surface itself, without light; 0, 0, 0 where there is none, 3 bytes a pixel
     */
    public record OnRequest(byte[] amodal, byte[] alpha, short[] canonical, byte[] albedo) {
        /** None of them. */
        public static final OnRequest NOTHING = new OnRequest(null, null, null, null);
    }

    /**
     * Checks that each layer has the length that the size asks for.
     *
     * @throws IllegalArgumentException naming the layer and both lengths
     */
    public Frame {
        check("rgb", rgb.length, 3, size);
        check("classes", classes.length, 1, size);
        check("depth", depth.length, 1, size);
        check("normals", normals.length, 3, size);
    }

    private static void check(String layer, int length, int channels, Size size) {
        int expected = Math.multiplyExact(size.pixels(), channels);
        if (length != expected) {
            throw new IllegalArgumentException(
                    "frame layer " + layer + " has " + length + " values, but " + size + " needs " + expected);
        }
    }

    /** Width and height in pixels, both at least 1. */
    public record Size(int width, int height) {

        /**
         * Checks the size.
         *
         * @throws IllegalArgumentException if one is smaller than 1 or there are more than 2^31-1 pixels
         */
        public Size {
            if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "image size " + width + "x" + height + ": both must be at least 1 and the product below 2^31");
            }
        }

        /** How many pixels. */
        public int pixels() {
            return width * height;
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }
}
