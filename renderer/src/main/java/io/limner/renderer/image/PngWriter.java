package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes PNG files (ISO/IEC 15948) of three chunks: IHDR, one IDAT, IEND. ImageIO's writer takes five times as long as drawing the
 * picture does, because it looks for the best filter of every row; here each kind of picture has one filter and one way to
 * compress, chosen by measurement ({@link PngCompression}).
 *
 * <p>The bytes depend on the library that compresses; the pixels do not.
 */
final class PngWriter implements AutoCloseable {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int FILTER_NONE = 0;
    private static final int FILTER_UP = 2;
    private static final int HEADER_BYTES = 13;

    /** Length, type and checksum of a chunk. */
    private static final int CHUNK_BYTES = 12;

    private final PngCompression compression;
    private final RowDeflater deflater;
    private byte[] row = new byte[0];
    private boolean closed;

    PngWriter(PngCompression compression, LibDeflate library) {
        this.compression = compression;
        this.deflater = library.deflater(compression);
    }

    /**
     * @param pixels rows of samples as PNG orders them, 16-bit samples with the high byte first
     * @return a whole file
     */
    byte[] write(byte[] pixels, Frame.Size size, PngLayout layout) {
        if (closed) {
            throw new IllegalStateException("this PNG encoder is closed");
        }
        PixelCheck.length(pixels.length, layout.bytesPerPixel, size);
        deflate(pixels, size.width() * layout.bytesPerPixel, size.height());
        int data = deflater.finish();
        ByteBuffer file = ByteBuffer.allocate(Math.addExact(data, Long.BYTES + 3 * CHUNK_BYTES + HEADER_BYTES));
        file.putLong(SIGNATURE);
        beginChunk(file, "IHDR", HEADER_BYTES);
        file.putInt(size.width()).putInt(size.height());
        file.put(new byte[] {(byte) layout.bitDepth, (byte) layout.colorType, 0, 0, 0});
        endChunk(file, HEADER_BYTES);
        beginChunk(file, "IDAT", data);
        deflater.copyTo(file.array(), file.position());
        file.position(file.position() + data);
        endChunk(file, data);
        beginChunk(file, "IEND", 0);
        endChunk(file, 0);
        return file.array();
    }

    @Override
    public void close() {
        closed = true;
        deflater.close();
    }

    /** Hands over each row behind its filter byte. */
    private void deflate(byte[] pixels, int stride, int height) {
        deflater.begin(Math.multiplyExact(stride + 1, height));
        if (row.length != stride + 1) {
            row = new byte[stride + 1];
        }
        for (int y = 0; y < height; y++) {
            int from = y * stride;
            if (!compression.filterUp || y == 0) {
                row[0] = FILTER_NONE;
                System.arraycopy(pixels, from, row, 1, stride);
            } else {
                row[0] = FILTER_UP;
                subtract(pixels, from, from - stride);
            }
            deflater.add(row);
        }
    }

    /** A loop of its own, which the compiler makes vectors of. */
    private void subtract(byte[] pixels, int from, int above) {
        byte[] to = row;
        for (int i = 0; i < to.length - 1; i++) {
            to[1 + i] = (byte) (pixels[from + i] - pixels[above + i]);
        }
    }

    private static void beginChunk(ByteBuffer file, String type, int bytes) {
        file.putInt(bytes).put(type.getBytes(StandardCharsets.US_ASCII));
    }

    /** Appends the checksum, which covers type and data. */
    private static void endChunk(ByteBuffer file, int bytes) {
        CRC32 crc = new CRC32();
        crc.update(file.duplicate().flip().position(file.position() - bytes - Integer.BYTES));
        file.putInt((int) crc.getValue());
    }
}
