package io.limner.renderer.image;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Compresses rows with the Java runtime's own zlib. */
final class JavaRowDeflater implements RowDeflater {
    private static final int LEAST_ROOM = 1 << 14;

    private final Deflater deflater;
    private byte[] rows = new byte[0];
    private byte[] stream = new byte[1 << 16];
    private int filled;
    private int length;

    /** @param deflater of any level and strategy; ended by {@link #close} */
    JavaRowDeflater(Deflater deflater) {
        this.deflater = deflater;
    }

    @Override
    public void begin(int bytes) {
        if (rows.length < bytes) {
            rows = new byte[bytes];
        }
        filled = 0;
    }

    @Override
    public void add(byte[] row) {
        System.arraycopy(row, 0, rows, filled, row.length);
        filled += row.length;
    }

    @Override
    public int finish() {
        deflater.reset();
        deflater.setInput(rows, 0, filled);
        deflater.finish();
        length = 0;
        while (!deflater.finished()) {
            if (stream.length - length < LEAST_ROOM) {
                stream = Arrays.copyOf(stream, stream.length * 2);
            }
            length += deflater.deflate(stream, length, stream.length - length);
        }
        return length;
    }

    @Override
    public void copyTo(byte[] file, int offset) {
        System.arraycopy(stream, 0, file, offset, length);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
