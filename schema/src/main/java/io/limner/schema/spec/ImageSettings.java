package io.limner.schema.spec;

/**
 * Size and encoding of the colour image.
 *
 * @param width pixels, 16 to 8192
 * @param height pixels, 16 to 8192
 * @param format encoding
 * @param quality JPEG quality, 1 to 100; 100 for PNG
 */
public record ImageSettings(int width, int height, ImageFormat format, int quality) {
    /** Smallest width and height, pixels. */
    public static final int SMALLEST = 16;
    /** Largest width and height, pixels. */
    public static final int LARGEST = 8192;

    public ImageSettings {
        if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) {
            throw new IllegalArgumentException("An image of " + width + " x " + height + " pixels is outside "
                    + SMALLEST + " to " + LARGEST + " on a side");
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("A quality of " + quality + " is outside 1 to 100");
        }
    }
}
