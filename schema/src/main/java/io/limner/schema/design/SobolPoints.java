package io.limner.schema.design;

/**
 * One coordinate of a scrambled Sobol' sequence. Indices are scrambled by group, so that groups are independent of each other;
 * coordinates by parameter. Both are nested uniform (Owen) scrambles, made by hashing (Laine and Karras, 2011), which keep the net: any
 * 2^k consecutive samples from a multiple of 2^k on fill the space evenly.
 */
final class SobolPoints {
    private static final int ROUNDS = 3;

    /** For each byte of an index, what each of its values adds to the point. */
    private final long[][] steps = new long[Long.BYTES][1 << Byte.SIZE];

    private final long[] order;
    private final long[] scramble;

    SobolPoints(String parameter, RandomStream order, RandomStream scramble) {
        long[] directions = SobolNumbers.of(parameter);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long[] ofByte = steps[bit / Byte.SIZE];
            int weight = 1 << (bit % Byte.SIZE);
            for (int value = 0; value < ofByte.length; value++) {
                ofByte[value] ^= (value & weight) != 0 ? directions[bit] : 0;
            }
        }
        this.order = keys(order);
        this.scramble = keys(scramble);
    }

    /** The coordinate of a sample, above 0 and below 1. */
    double unit(long index) {
        long shuffled = nested(index, order);
        long point = 0;
        for (int at = 0; at < Long.BYTES; at++) {
            point ^= steps[at][(int) (shuffled >>> (Byte.SIZE * at)) & 0xFF];
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
