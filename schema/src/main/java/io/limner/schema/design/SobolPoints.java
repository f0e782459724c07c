package io.limner.schema.design;

/**
 * One coordinate of a scrambled Sobol' sequence. Indices are scrambled by group, so that groups are independent of each other;
 * coordinates by parameter. Both are nested uniform (Owen) scrambles, made by hashing (Laine and Karras, 2011), which keep the net: any
 * 2^k consecutive samples from a multiple of 2^k on fill the space evenly.
 */
final class SobolPoints {
    private static final int ROUNDS = 3;

    private final long[] directions;
    private final long[] order;
    private final long[] scramble;

    SobolPoints(String parameter, RandomStream order, RandomStream scramble) {
        this.directions = SobolNumbers.of(parameter);
        this.order = keys(order);
        this.scramble = keys(scramble);
    }

    /** The coordinate of a sample, above 0 and below 1. */
    double unit(long index) {
        long shuffled = nested(index, order);
        long point = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if ((shuffled >>> bit & 1) == 1) {
                point ^= directions[bit];
            }
        }
        return ((nested(point, scramble) >>> 12) + 0.5) * 0x1p-52;
    }

    /** Flips each bit by what the bits above it say. Every step below lets a bit depend on itself and lower ones only. */
    private static long nested(long value, long[] keys) {
        long x = Long.reverse(value);
        for (int round = 0; round < keys.length; round += 3) {
            x += keys[round];
            x ^= x * (keys[round + 1] << 1);
            x *= keys[round + 2] | 1;
        }
        return Long.reverse(x);
    }

    private static long[] keys(RandomStream stream) {
        long[] keys = new long[3 * ROUNDS];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = stream.bits(i);
        }
        return keys;
    }
}
