package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample.Layers;
import io.limner.schema.sample.FaceSample.OnRequest;
import io.limner.schema.sample.RawLayers;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.LabelKind;
import java.util.Set;

/**
 * Label layers to lossless PNG files. Not thread-safe: one encoder a thread, since it keeps its working memory from image to image.
 */
public final class LayerEncoder implements AutoCloseable {
    private final PngWriter flat;
    private final PngWriter smooth;

    /** An encoder that uses the machine's libdeflate, or Java's zlib where there is none. */
    public LayerEncoder() {
        this(LibDeflate.system());
    }

    LayerEncoder(LibDeflate library) {
        flat = new PngWriter(PngCompression.FLAT, library);
        smooth = new PngWriter(PngCompression.SMOOTH, library);
    }

    /** The layers of a frame as the numbers that are hashed and stored; those that are not wanted are null. */
    public static RawLayers raw(Frame frame, Set<LabelKind> wanted) {
        return new RawLayers(
                wanted.contains(LabelKind.SEGMENTATION) ? frame.classes() : null,
                wanted.contains(LabelKind.DEPTH) ? DepthSteps.of(frame.depth()) : null,
                wanted.contains(LabelKind.NORMALS) ? frame.normals() : null,
                new RawLayers.OnRequest(
                        frame.onRequest().amodal(),
                        frame.onRequest().alpha(),
                        frame.onRequest().canonical(),
                        frame.onRequest().albedo()));
    }

    /** Encodes the layers that are there; the others are null in the result. */
    public Layers encode(RawLayers layers, Frame.Size size) {
        return new Layers(
                layers.classes() == null ? null : segmentation(layers.classes(), size),
                layers.depth() == null ? null : depth(layers.depth(), size),
                layers.normals() == null ? null : normals(layers.normals(), size),
                encode(layers.onRequest(), size));
    }

    private OnRequest encode(RawLayers.OnRequest layers, Frame.Size size) {
        return new OnRequest(
                layers.amodal() == null ? null : segmentation(layers.amodal(), size),
                layers.alpha() == null ? null : png(smooth.write(layers.alpha(), size, PngLayout.GREY), size),
                layers.canonical() == null ? null : canonical(layers.canonical(), size),
                layers.albedo() == null ? null : normals(layers.albedo(), size));
    }

    /** Class codes, 1 byte a pixel, to 8-bit grey. */
    public EncodedImage segmentation(byte[] classes, Frame.Size size) {
        return png(flat.write(classes, size, PngLayout.GREY), size);
    }

    /** {@link DepthSteps}, 1 value a pixel, to 16-bit grey. */
    public EncodedImage depth(short[] steps, Frame.Size size) {
        return png(smooth.write(bigEndian(steps), size, PngLayout.GREY_16), size);
    }

    private static byte[] bigEndian(short[] values) {
        byte[] bytes = new byte[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) (values[i] >>> 8);
            bytes[2 * i + 1] = (byte) values[i];
        }
        return bytes;
    }

    /** Places on the neutral adult, 3 unsigned 16-bit values a pixel, to 16-bit RGB. */
    public EncodedImage canonical(short[] places, Frame.Size size) {
        return png(smooth.write(bigEndian(places), size, PngLayout.RGB_16), size);
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
