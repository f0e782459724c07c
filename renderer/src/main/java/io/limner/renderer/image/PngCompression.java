package io.limner.renderer.image;

import java.util.zip.Deflater;

/**
 * How a kind of picture is compressed. Measured on 512x512 pictures of heads, one thread, against the other filters and levels: each choice
 * is the fastest one that is not clearly larger than the next. Given are CPU time and bytes with libdeflate, then with Java's zlib.
 */
enum PngCompression {
    /** Colour with sensor noise: matches are rare, so that zlib had better not search for them. 6 ms, 397 KB; 11 ms, 395 KB. */
    NOISY(true, 1, Deflater.HUFFMAN_ONLY),

    /** Smooth slopes repeat once the row above is subtracted. Depth 2.3 ms, 73 KB; 3.6 ms, 81 KB. Normals 4 ms, 142 KB; 7 ms, 158 KB. */
    SMOOTH(true, 1, Deflater.DEFAULT_STRATEGY),

    /** Class codes: long runs of one value, which a filter would only break up. 0.9 ms, 7 KB with either. */
    FLAT(false, 3, Deflater.DEFAULT_STRATEGY);

    /** Whether each byte is written as its difference from the byte above. */
    final boolean filterUp;

    /** Java's zlib alone looks at these two: libdeflate has no strategies, and its lowest level serves all. */
    private final int level;

    private final int strategy;

    PngCompression(boolean filterUp, int level, int strategy) {
        this.filterUp = filterUp;
        this.level = level;
        this.strategy = strategy;
    }

    /** Java's. */
    Deflater deflater() {
        Deflater deflater = new Deflater(level);
        deflater.setStrategy(strategy);
        return deflater;
    }
}
