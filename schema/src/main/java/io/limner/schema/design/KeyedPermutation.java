package io.limner.schema.design;

/**
 * A random order of 0 to n-1 that is looked up, not listed: a Feistel network over the smallest even number of bits that holds n,
 * walked on from whatever falls outside. See FORMAT.md, "Random values".
 */
final class KeyedPermutation {
    private static final int ROUNDS = 6;

    private final RandomStream key;
    private final long size;
    private final int half;
    private final long mask;

    /** The order of {@code size} things that {@code key} gives; at least 1, at most 2^62. */
    KeyedPermutation(RandomStream key, long size) {
        if (size < 1 || size > 1L << 62) {
            throw new IllegalArgumentException("There is no order of " + size + " things");
        }
        this.key = key;
        this.size = size;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        this.half = Math.max(1, (bits + 1) / 2);
        this.mask = (1L << half) - 1;
    }

    /** Where {@code index} comes in the order; different for different ones. */
    long at(long index) {
        long place = index;
        do {
            place = once(place);
        } while (place >= size);
        return place;
    }

    private long once(long value) {
        long left = value >>> half;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ (key.bits(((long) round << 32) + right) & mask);
            left = right;
            right = mixed;
        }
        return (left << half) | right;
    }
}
