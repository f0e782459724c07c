package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.gl.Buffer;
import io.limner.renderer.gl.Framebuffer;
import io.limner.renderer.gl.Readback;
import io.limner.renderer.gl.Texture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;

/** What is drawn into, for one image size. */
final class Targets implements AutoCloseable {
    /** As {@code resolve.comp} has it. */
    private static final int UNSHADED = -1;

    private final Frame.Size size;
    private final Texture ids;
    private final Texture depth;
    private final Framebuffer visibility;
    private final WorkLists lists;
    private final Buffer samples;
    private final Buffer labels;
    private final Buffer depths;
    private final Buffer colors;
    /** What was read last: the labels, or a layer. */
    private final ByteBuffer read;
    /** Where the device brings colours, labels and depths, one after the other; null if they are copied out. */
    private final Readback readback;
    /** Some of what was read: a loop reads faster from an array than from a buffer. */
    private final int[] some = new int[1 << 13];

    /** Made when it is first asked for. */
    private Buffer canonical;

    private Buffer albedo;

    /** @throws UnfitDeviceException if the device cannot draw a picture of that size */
    Targets(Frame.Size size, boolean mappedReadback) {
        check(size);
        this.size = size;
        int columns = 2 * size.width() + 2;
        int rows = 2 * size.height() + 2;
        long pixels = (long) size.width() * size.height();
        readback = mappedReadback ? new Readback(12 * pixels) : null; // First: of all these it alone may be refused.
        ids = new Texture(columns, rows, GL45C.GL_R32UI, 1);
        depth = new Texture(columns, rows, GL45C.GL_DEPTH_COMPONENT32F, 1);
        visibility = new Framebuffer(ids, depth);
        lists = new WorkLists(size);
        samples = new Buffer(4L * columns * rows);
        labels = new Buffer(4 * pixels);
        depths = new Buffer(4 * pixels);
        colors = new Buffer(4 * pixels);
        read = BufferUtils.createByteBuffer((int) (4 * pixels));
    }

    private static void check(Frame.Size size) {
        long side = 2L * Math.max(size.width(), size.height()) + 2;
        long longest = GL45C.glGetInteger(GL45C.GL_MAX_TEXTURE_SIZE);
        if (side > longest) {
            throw new UnfitDeviceException("an image of " + size.width() + " x " + size.height()
                    + " pixels needs a target of " + side + " samples on a side, and this device has at most " + longest
                    + "; make the image smaller");
        }
        long samples = (2L * size.width() + 2) * (2L * size.height() + 2);
        long mostTexels = GL45C.glGetInteger(GL45C.GL_MAX_TEXTURE_BUFFER_SIZE);
        if (samples > mostTexels) {
            throw new UnfitDeviceException(
                    "an image of " + size.width() + " x " + size.height() + " pixels needs a table of " + samples
                            + " samples, and this device has at most " + mostTexels + "; make the image smaller");
        }
        long bytes = 4L * size.width() * size.height();
        long most = GL45C.glGetInteger64(GL45C.GL_MAX_SHADER_STORAGE_BLOCK_SIZE);
        if (bytes > most) {
            throw new UnfitDeviceException(
                    "an image of " + size.width() + " x " + size.height() + " pixels needs a buffer of " + bytes
                            + " bytes, and this device has at most " + most + "; make the image smaller");
        }
    }

    Frame.Size size() {
        return size;
    }

    Texture ids() {
        return ids;
    }

    Framebuffer visibility() {
        return visibility;
    }

    WorkLists lists() {
        return lists;
    }

    /** No surface anywhere: all is background. */
    void clear() {
        samples.fill(UNSHADED);
        labels.clear();
        depths.clear();
    }

    void bindStorage() {
        samples.bindImage(Bindings.SAMPLES, GL45C.GL_R32UI);
        samples.bindTexels(Bindings.SHADED, GL45C.GL_R32UI);
        labels.bindStorage(Bindings.LABELS);
        depths.bindStorage(Bindings.DEPTHS);
        colors.bindStorage(Bindings.COLORS);
    }

    /** Two a pixel and two more along each axis, as {@code item.glsl} stores them. */
    Buffer samples() {
        return samples;
    }

    /** Has the device bring the labels over while pixels are made of samples, if it does so by itself. */
    void fetchLabels() {
        if (readback != null) {
            readback.fetch(labels, bytes(), bytes());
            readback.fetch(depths, bytes(), 2 * bytes());
        }
    }

    /** Waits for the drawing and copies out the lowest three bytes of each pixel's colour. */
    byte[] readRgb() {
        if (readback != null) {
            readback.fetch(colors, bytes(), 0);
        }
        return triples(read(colors, 0), 0);
    }

    /** Waits for the drawing and copies out the labels of a picture, after {@link #fetchLabels}. */
    Frame read(byte[] rgb) {
        ByteBuffer seen = read(labels, bytes());
        byte[] classes = lowest(seen);
        byte[] normals = triples(seen, 8);
        float[] depth = new float[size.pixels()];
        read(depths, 2 * bytes()).asFloatBuffer().get(depth);
        return new Frame(size, rgb, classes, depth, normals);
    }

    /** The bytes of one of them, {@code at} that byte if the device brought it over. */
    private ByteBuffer read(Buffer buffer, long at) {
        if (readback != null) {
            return readback.await().slice((int) at, (int) bytes()).order(ByteOrder.nativeOrder());
        }
        buffer.read(read);
        return read;
    }

    private long bytes() {
        return 4L * size.pixels();
    }

    /** Three bytes of each pixel that was read, the lowest first, from bit {@code shift} on. */
    private byte[] triples(ByteBuffer from, int shift) {
        byte[] out = new byte[3 * size.pixels()];
        IntBuffer pixels = from.asIntBuffer().limit(size.pixels());
        for (int at = 0; pixels.hasRemaining(); ) {
            int count = next(pixels);
            for (int i = 0; i < count; i++, at += 3) {
                int bits = some[i] >>> shift;
                out[at] = (byte) bits;
                out[at + 1] = (byte) (bits >> 8);
                out[at + 2] = (byte) (bits >> 16);
            }
        }
        return out;
    }

    /** The lowest byte of each pixel that was read. */
    private byte[] lowest(ByteBuffer from) {
        byte[] out = new byte[size.pixels()];
        IntBuffer pixels = from.asIntBuffer().limit(size.pixels());
        for (int at = 0; pixels.hasRemaining(); ) {
            int count = next(pixels);
            for (int i = 0; i < count; i++) {
                out[at++] = (byte) some[i];
            }
        }
        return out;
    }

    private int next(IntBuffer pixels) {
        int count = Math.min(some.length, pixels.remaining());
        pixels.get(some, 0, count);
        return count;
    }

    /** The place of each pixel on the neutral adult, nowhere yet. */
    void bindCanonical() {
        if (canonical == null) {
            canonical = new Buffer(8L * size.pixels());
        }
        canonical.clear();
        canonical.bindStorage(Bindings.CANONICAL);
    }

    /** Waits for the drawing and copies out what {@link #bindCanonical} bound. */
    short[] readCanonical() {
        ByteBuffer pairs = BufferUtils.createByteBuffer(8 * size.pixels());
        canonical.read(pairs);
        short[] places = new short[3 * size.pixels()];
        for (int i = 0; i < size.pixels(); i++) {
            int xy = pairs.getInt(8 * i);
            places[3 * i] = (short) xy;
            places[3 * i + 1] = (short) (xy >>> 16);
            places[3 * i + 2] = (short) pairs.getInt(8 * i + 4);
        }
        return places;
    }

    /** The colour of each pixel without light, black yet. */
    void bindAlbedo() {
        if (albedo == null) {
            albedo = new Buffer(4L * size.pixels());
        }
        albedo.clear();
        albedo.bindStorage(Bindings.ALBEDO);
    }

    /** Waits for the drawing and copies out what {@link #bindAlbedo} bound. */
    byte[] readAlbedo() {
        albedo.read(read);
        return triples(read, 0);
    }

    /** Makes the colours, which have been read, room for another layer. */
    void clearColors() {
        colors.clear();
        colors.bindStorage(Bindings.COLORS);
    }

    /** Waits for the drawing and copies out the lowest byte of each pixel's colour. */
    byte[] readColors() {
        colors.read(read);
        return lowest(read);
    }

    @Override
    public void close() {
        if (canonical != null) {
            canonical.close();
        }
        if (albedo != null) {
            albedo.close();
        }
        if (readback != null) {
            readback.close();
        }
        visibility.close();
        ids.close();
        depth.close();
        lists.close();
        samples.close();
        labels.close();
        depths.close();
        colors.close();
    }
}
