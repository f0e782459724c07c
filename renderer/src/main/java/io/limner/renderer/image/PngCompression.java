package io.limner.renderer.image;

import java.util.zip.Deflater;

/**
 * How a kind of picture is compressed. Measured on 512x512 pictures of heads, one thread, against the other filter and the levels
 * 1, 3, 6 and 9: each choice is the fastest one that is not clearly larger than the next.
 */
enum PngCompression {
    /** Colour with sensor noise: matches are rare, so that searching for them makes it slower and larger. 8 ms, 420 KB. */
    NOISY(true, 1, Deflater.HUFFMAN_ONLY),

    /** Depth and normals: smooth slopes repeat once the row above is subtracted. 3 ms, 55 KB and 5 ms, 100 KB. */
    SMOOTH(true, 1, Deflater.DEFAULT_STRATEGY),

    /** Class codes: long runs of one value, which a filter would only break up. 0.7 ms, 6 KB. */
    FLAT(false, 3, Deflater.DEFAULT_STRATEGY);

    /** Whether each byte is written as its difference from the byte above. */
    final boolean filterUp;

    private final int level;
    private final int strategy;

    PngCompression(boolean filterUp, int level, int strategy) {
        this.filterUp = filterUp;
        this.level = level;
        this.strategy = strategy;
    }

    Deflater deflater() {
        Deflater deflater = new Deflater(level);
        deflater.setStrategy(strategy);
        return deflater;
    }
}
