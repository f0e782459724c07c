package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.spec.ImageSettings;

/**
 * Colour to an image file's bytes. The same pixels give the same bytes on one installation of the codec. Not thread-safe: one
 * encoder a thread, since it keeps its working memory from image to image.
 */
public interface ImageEncoder extends AutoCloseable {

    /**
     * Encodes a picture.
     *
     * @param rgb sRGB, 3 bytes a pixel, row-major, top-left origin; only read
     * @param size width and height
     * @throws IllegalArgumentException if {@code rgb} does not have 3 bytes for each pixel, or the format cannot hold the size
     * @throws MissingCodecException if the codec needs a native library that this machine lacks
     */
    EncodedImage encode(byte[] rgb, Frame.Size size);

    /** Gives the working memory back. Closing twice is harmless. */
    @Override
    void close();

    /** The encoder for the format and quality that a spec asks for. */
    static ImageEncoder of(ImageSettings settings) {
        return switch (settings.format()) {
            case JPEG -> new JpegEncoder(settings.quality());
            case PNG -> new PngEncoder();
        };
    }
}
