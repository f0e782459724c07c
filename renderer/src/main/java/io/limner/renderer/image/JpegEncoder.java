package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.spec.ImageFormat;

/**
 * Baseline JPEG through libturbojpeg, with full-resolution colour (4:4:4): lips and irises are a few pixels wide, and halved chroma
 * would smear them. If the library is missing, {@link #encode} says so; no other codec takes its place, since the bytes of a
 * dataset must not depend on what happens to be installed.
 */
public final class JpegEncoder implements ImageEncoder {
    /** The widest and highest picture that JPEG libraries accept. */
    private static final int LARGEST_SIDE = 65_500;

    private final int quality;
    private final TurboJpeg codec;
    private TurboJpegCompressor compressor;
    private boolean closed;

    /**
     * An encoder on the machine's own libturbojpeg.
     *
     * @param quality 1 to 100
     * @throws IllegalArgumentException if the quality is out of range
     */
    public JpegEncoder(int quality) {
        this(quality, TurboJpeg.system());
    }

    /** An encoder on a given library, or on the lack of one. */
    public JpegEncoder(int quality, TurboJpeg codec) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality " + quality + " is not between 1 and 100");
        }
        this.quality = quality;
        this.codec = codec;
    }

    @Override
    public EncodedImage encode(byte[] rgb, Frame.Size size) {
        if (closed) {
            throw new IllegalStateException("this JPEG encoder is closed");
        }
        PixelCheck.length(rgb.length, 3, size);
        if (size.width() > LARGEST_SIDE || size.height() > LARGEST_SIDE) {
            throw new IllegalArgumentException(
                    "JPEG cannot hold " + size + ": no side may exceed " + LARGEST_SIDE + "; use image format png");
        }
        if (compressor == null) {
            compressor = TurboJpegCompressor.open(codec.require());
        }
        byte[] file = compressor.compress(rgb, size, quality, TurboJpegCompressor.SUBSAMPLING_444);
        return new EncodedImage(file, ImageFormat.JPEG, size.width(), size.height());
    }

    @Override
    public void close() {
        closed = true;
        if (compressor != null) {
            compressor.close();
            compressor = null;
        }
    }
}
