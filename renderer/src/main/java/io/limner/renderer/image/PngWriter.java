package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG files (ISO/IEC 15948) of three chunks: IHDR, one IDAT, IEND. ImageIO's writer takes five times as long as drawing the
 * picture does, because it looks for the best filter of every row; here each kind of picture has one filter and one way to
 * compress, chosen by measurement ({@link PngCompression}).
 *
 * <p>The bytes depend on the zlib that the Java runtime uses; the pixels do not.
 */
final class PngWriter implements AutoCloseable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int FILTER_NONE = 0;
    private static final int FILTER_UP = 2;

    private final PngCompression compression;
    private final Deflater deflater;
    private byte[] rows = new byte[0];
    private byte[] file = new byte[1 << 16];
    private int length;
    private boolean closed;

    PngWriter(PngCompression compression) {
        this.compression = compression;
        deflater = compression.deflater();
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
        int rowBytes = filter(pixels, size.width() * layout.bytesPerPixel, size.height());
        length = 0;
        append(SIGNATURE);
        int header = beginChunk("IHDR");
        appendInt(size.width());
        appendInt(size.height());
        append(new byte[] {(byte) layout.bitDepth, (byte) layout.colorType, 0, 0, 0});
        endChunk(header);
        int data = beginChunk("IDAT");
        deflate(rowBytes);
        endChunk(data);
        endChunk(beginChunk("IEND"));
        return Arrays.copyOf(file, length);
    }

    @Override
    public void close() {
        closed = true;
        deflater.end();
    }

    /** Puts each row behind its filter byte and gives the number of bytes of all rows. */
    private int filter(byte[] pixels, int stride, int height) {
        int needed = Math.multiplyExact(stride + 1, height);
        if (rows.length < needed) {
            rows = new byte[needed];
        }
        for (int y = 0; y < height; y++) {
            int from = y * stride;
            int to = y * (stride + 1);
            if (!compression.filterUp || y == 0) {
                rows[to] = FILTER_NONE;
                System.arraycopy(pixels, from, rows, to + 1, stride);
            } else {
                rows[to] = FILTER_UP;
                for (int i = 0; i < stride; i++) {
                    rows[to + 1 + i] = (byte) (pixels[from + i] - pixels[from + i - stride]);
                }
            }
        }
        return needed;
    }

    private void deflate(int rowBytes) {
        deflater.reset();
        deflater.setInput(rows, 0, rowBytes);
        deflater.finish();
        while (!deflater.finished()) {
            reserve(1 << 14);
            length += deflater.deflate(file, length, file.length - length);
        }
    }

    private int beginChunk(String type) {
        int start = length;
        appendInt(0);
        append(type.getBytes(StandardCharsets.US_ASCII));
        return start;
    }

    /** Fills in the length and appends the checksum, which covers type and data. */
    private void endChunk(int start) {
        int end = length;
        length = start;
        appendInt(end - start - 8);
        length = end;
        CRC32 crc = new CRC32();
        crc.update(file, start + 4, end - start - 4);
        appendInt((int) crc.getValue());
    }

    private void appendInt(int value) {
        append(new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value});
    }

    private void append(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, file, length, bytes.length);
        length += bytes.length;
    }

    private void reserve(int bytes) {
        if (file.length - length < bytes) {
            file = Arrays.copyOf(file, Math.max(file.length * 2, length + bytes));
        }
    }
}
