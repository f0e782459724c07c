package io.limner.renderer.head.wear;

/** Small irregularities of cloth, the same for the same seed. */
final class Chances {
    private final long seed;

    Chances(long seed) {
        this.seed = seed;
    }

    /** Uniform in [0, 1) for each number. */
    double at(int n) {
        long x = (seed + 1) * 0x9e3779b97f4a7c15L + n * 0xbf58476d1ce4e5b9L;
        x ^= x >>> 31;
        x *= 0x94d049bb133111ebL;
        x ^= x >>> 29;
        x *= 0xbf58476d1ce4e5b9L;
        x ^= x >>> 32;
        return (x >>> 11) * 0x1p-53;
    }

    /** A smooth wave about a circle, -1 to 1, of {@code most} bumps or fewer; another one for each {@code kind}. */
    double wave(double azimuth, int most, int kind) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            int bumps = Math.max(1, most - k);
            sum += StrictMath.sin(bumps * azimuth + 2 * StrictMath.PI * at(8 * kind + k)) / 3;
        }
        return sum;
    }
}
