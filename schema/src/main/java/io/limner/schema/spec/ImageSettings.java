package io.limner.schema.spec;

/**
 * Size and encoding of the colour image.
 *
 * @param width pixels
 * @param height pixels
 * @param format encoding
 * @param quality JPEG quality, 1 to 100; ignored for PNG
 */
public record ImageSettings(int width, int height, ImageFormat format, int quality) {}
