package io.limner.schema.design;

import io.limner.schema.canonical.Sha256;
import java.nio.ByteBuffer;

/**
 * Random numbers that are looked up, not generated in turn: the number of a sample is a function of (seed, name, sample id)
 * alone. The function is part of the dataset format, see FORMAT.md, "Random values". It mixes with the finalizer of
 * SplitMix64 (variant 13 of D. Stafford's "Better bit mixing").
 */
final class RandomStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long first;
    private final long second;

    /** The stream of the parameter {@code name} under {@code seed}. */
    RandomStream(long seed, String name) {
        ByteBuffer key = ByteBuffer.wrap(Sha256.of("limner 1\n" + seed + "\n" + name));
        this.first = key.getLong();
        this.second = key.getLong();
    }

    private RandomStream(long first, long second) {
        this.first = first;
        this.second = second;
    }

    /** A stream of its own for each number, made of this one's bits. */
    RandomStream below(long number) {
        return new RandomStream(bits(2 * number), bits(2 * number + 1));
    }

    /** 64 random bits for a sample. */
    long bits(long sampleId) {
        return mix(mix(first + GOLDEN * sampleId) ^ second);
    }

    /** A random number for a sample, above 0 and below 1: the middle of one of 2^52 equal intervals. */
    double unit(long sampleId) {
        return ((bits(sampleId) >>> 12) + 0.5) * 0x1p-52;
    }

    /**
     * Another random number for the same sample, where the first was of no use.
     *
     * @param attempt 0 for the first, then 1, 2, ...
     */
    double unit(long sampleId, int attempt) {
        return attempt == 0 ? unit(sampleId) : ((mix(bits(sampleId) + GOLDEN * attempt) >>> 12) + 0.5) * 0x1p-52;
    }

    private static long mix(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
