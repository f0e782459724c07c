package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.spec.ImageFormat;

/**
 * What a camera's JPEG leaves of a picture: blocks, ringing, and colour at half resolution (4:2:0), as cameras and messengers store it.
 * The same pixels give the same result on one installation of libturbojpeg. Not thread-safe.
 */
public final class JpegArtefacts implements AutoCloseable {
    private final TurboJpeg codec;
    private TurboJpegCompressor compressor;
    private boolean closed;

    /** Made with the machine's own libturbojpeg, which is looked for when it is first needed. */
    public JpegArtefacts() {
        this(TurboJpeg.system());
    }

    JpegArtefacts(TurboJpeg codec) {
        this.codec = codec;
    }

    /**
     * The picture after it was stored once.
     *
     * @param rgb sRGB, 3 bytes a pixel, row-major, top-left origin; only read
     * @param quality 1 to 100
     * @return as many bytes, a new array
     * @throws MissingCodecException if the machine lacks libturbojpeg
     * @throws IllegalStateException if this was closed
     */
    public byte[] stored(byte[] rgb, Frame.Size size, int quality) {
        if (closed) {
            throw new IllegalStateException("these JPEG artefacts are closed");
        }
        PixelCheck.length(rgb.length, 3, size);
        if (compressor == null) {
            compressor = TurboJpegCompressor.open(codec.require());
        }
        byte[] file = compressor.compress(rgb, size, quality, TurboJpegCompressor.SUBSAMPLING_420);
        return ImageDecoder.rgb(new EncodedImage(file, ImageFormat.JPEG, size.width(), size.height()));
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
