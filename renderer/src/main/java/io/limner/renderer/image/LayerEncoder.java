package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample.Layers;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.LabelKind;
import java.util.Set;

/**
 * Label layers to lossless PNG files. Not thread-safe: one encoder a thread, since it keeps its working memory from image to image.
 */
public final class LayerEncoder implements AutoCloseable {
    private final PngWriter flat = new PngWriter(PngCompression.FLAT);
    private final PngWriter smooth = new PngWriter(PngCompression.SMOOTH);

    /** Encodes those layers of a frame that are wanted; the others are null in the result. */
    public Layers encode(Frame frame, Set<LabelKind> wanted) {
        return new Layers(
                wanted.contains(LabelKind.SEGMENTATION) ? segmentation(frame.classes(), frame.size()) : null,
                wanted.contains(LabelKind.DEPTH) ? depth(DepthSteps.of(frame.depth()), frame.size()) : null,
                wanted.contains(LabelKind.NORMALS) ? normals(frame.normals(), frame.size()) : null);
    }

    /** Class codes, 1 byte a pixel, to 8-bit grey. */
    public EncodedImage segmentation(byte[] classes, Frame.Size size) {
        return png(flat.write(classes, size, PngLayout.GREY), size);
    }

    /** {@link DepthSteps}, 1 value a pixel, to 16-bit grey. */
    public EncodedImage depth(short[] steps, Frame.Size size) {
        byte[] bytes = new byte[steps.length * 2];
        for (int i = 0; i < steps.length; i++) {
            bytes[2 * i] = (byte) (steps[i] >>> 8);
            bytes[2 * i + 1] = (byte) steps[i];
        }
        return png(smooth.write(bytes, size, PngLayout.GREY_16), size);
    }

    /** Encoded normals, 3 bytes a pixel, to 8-bit RGB. */
    public EncodedImage normals(byte[] normals, Frame.Size size) {
        return png(smooth.write(normals, size, PngLayout.RGB), size);
    }

    @Override
    public void close() {
        flat.close();
        smooth.close();
    }

    private static EncodedImage png(byte[] file, Frame.Size size) {
        return new EncodedImage(file, ImageFormat.PNG, size.width(), size.height());
    }
}
