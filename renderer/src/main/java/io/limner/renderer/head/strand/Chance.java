package io.limner.renderer.head.strand;

/** Random numbers by name of place: the same (seed, index, channel) always gives the same value. */
final class Chance {
    private final long seed;

    Chance(long seed) {
        this.seed = seed * 0x9e3779b97f4a7c15L;
    }

    /** Uniform in [0, 1): the finaliser of SplitMix64 (Steele, Lea and Flood, 2014) as a hash. */
    double at(long index, int channel) {
        long z = seed + index * 0xd1342543de82ef95L + channel * 0x2545f4914f6cdd1dL;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [-1, 1). */
    double around(long index, int channel) {
        return 2 * at(index, channel) - 1;
    }

    /** Smooth noise in space, -1 to 1, one cell a unit. */
    double noise(double x, double y, double z, int channel) {
        long i = (long) Math.floor(x);
        long j = (long) Math.floor(y);
        long k = (long) Math.floor(z);
        double u = eased(x - i);
        double v = eased(y - j);
        double w = eased(z - k);
        double sum = 0;
        for (int c = 0; c < 8; c++) {
            int a = c & 1;
            int b = c >> 1 & 1;
            int d = c >> 2;
            double weight = (a == 1 ? u : 1 - u) * (b == 1 ? v : 1 - v) * (d == 1 ? w : 1 - w);
            sum += weight * around((i + a) * 73856093L ^ (j + b) * 19349663L ^ (k + d) * 83492791L, channel);
        }
        return sum;
    }

    private static double eased(double t) {
        return t * t * (3 - 2 * t);
    }
}
