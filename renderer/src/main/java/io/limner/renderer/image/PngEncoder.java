package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.spec.ImageFormat;

/** Lossless colour: PNG with 8 bits for each of red, green and blue. */
public final class PngEncoder implements ImageEncoder {
    private final PngWriter writer;

    /** An encoder that uses the machine's libdeflate, or Java's zlib where there is none. */
    public PngEncoder() {
        this(LibDeflate.system());
    }

    PngEncoder(LibDeflate library) {
        writer = new PngWriter(PngCompression.NOISY, library);
    }

    @Override
    public EncodedImage encode(byte[] rgb, Frame.Size size) {
        return new EncodedImage(writer.write(rgb, size, PngLayout.RGB), ImageFormat.PNG, size.width(), size.height());
    }

    @Override
    public void close() {
        writer.close();
    }
}
