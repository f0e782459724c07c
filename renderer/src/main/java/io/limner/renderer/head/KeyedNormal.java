package io.limner.renderer.head;

/**
 * Normal deviates that depend on nothing but (seed, name): SplitMix64 (G. Steele et al., 2014) finalises the key, Box and Muller's
 * transform shapes it. Results are truncated at two standard deviations by drawing again.
 */
final class KeyedNormal {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double LIMIT = 2;

    private final long seed;

    KeyedNormal(long seed) {
        this.seed = seed;
    }

    /** The deviate of {@code name}: mean 0, standard deviation just under 1, within -2 to 2. */
    double of(String name) {
        long key = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            key = (key ^ name.charAt(i)) * 0x100000001B3L;
        }
        long state = mix(mix(seed) ^ key);
        while (true) {
            double radius = unit(mix(state += GOLDEN));
            double angle = unit(mix(state += GOLDEN));
            double value = StrictMath.sqrt(-2 * StrictMath.log(1 - radius)) * StrictMath.cos(2 * Math.PI * angle);
            if (Math.abs(value) <= LIMIT) {
                return value;
            }
        }
    }

    private static double unit(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
