package io.limner.renderer.image;

/**
 * Compresses the rows of one picture after the other: {@link #begin}, {@link #add} row by row, {@link #finish}, {@link #copyTo}. Keeps its
 * working memory from picture to picture. Not thread-safe; unusable once closed.
 */
interface RowDeflater extends AutoCloseable {

    /** Begins a picture whose rows have so many bytes in all. */
    void begin(int bytes);

    /** Takes the next row, which may change afterwards. */
    void add(byte[] row);

    /** Ends the picture, of which all rows are there, and gives the length of its zlib stream (RFC 1950), bytes. */
    int finish();

    /** Copies the stream into an array from {@code offset} on. */
    void copyTo(byte[] file, int offset);

    @Override
    void close();
}
