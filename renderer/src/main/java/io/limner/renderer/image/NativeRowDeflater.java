package io.limner.renderer.image;

import static org.lwjgl.system.MemoryUtil.memCopy;

import org.lwjgl.system.JNI;

/**
 * Compresses rows with libdeflate. Each row is copied out of Java's memory once, and the stream in.
 *
 * <p>Signatures are those of libdeflate.h (1.0 and later).
 */
final class NativeRowDeflater implements RowDeflater {
    /** The other levels are half as slow again or worse, and save 2% at most. */
    private static final int FASTEST = 1;

    private final LibDeflate.Functions functions;
    private final long compressor;
    private final NativeMemory rows = new NativeMemory();
    private final NativeMemory stream = new NativeMemory();
    private int filled;
    private int length;
    private boolean closed;

    NativeRowDeflater(LibDeflate.Functions functions) {
        this.functions = functions;
        this.compressor = JNI.invokeP(FASTEST, functions.open());
        if (compressor == 0) {
            throw new OutOfMemoryError("libdeflate found no memory for a compressor");
        }
    }

    @Override
    public void begin(int bytes) {
        rows.reserve(bytes);
        filled = 0;
    }

    @Override
    public void add(byte[] row) {
        memCopy(row, rows.address() + filled);
        filled += row.length;
    }

    @Override
    public int finish() {
        long capacity = JNI.invokePPP(compressor, filled, functions.bound());
        stream.reserve(capacity);
        long written =
                JNI.invokePPPPPP(compressor, rows.address(), filled, stream.address(), capacity, functions.compress());
        if (written == 0) {
            throw new IllegalStateException("libdeflate could not fit " + filled + " bytes of rows into the " + capacity
                    + " bytes that it said would do");
        }
        length = Math.toIntExact(written);
        return length;
    }

    @Override
    public void copyTo(byte[] file, int offset) {
        memCopy(stream.address(), file, offset, length);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            JNI.invokePV(compressor, functions.close());
            rows.free();
            stream.free();
        }
    }
}
