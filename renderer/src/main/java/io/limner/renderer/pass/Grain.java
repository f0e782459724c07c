package io.limner.renderer.pass;

/** The random numbers of a sensor's noise, a row of pixels at a time: sums of bytes, which are those of {@code resolve.comp}. */
final class Grain {
    /** Mean and standard deviation of the sum of four random bytes. */
    private static final int MEAN = 510;

    static final float DEVIATION = 147.8f;

    private final int[] places;
    private final int[] bits;
    private final int[] sums;
    private final float[][] channels;

    /** For rows of {@code width} pixels. */
    Grain(int width) {
        places = new int[width];
        for (int x = 0; x < width; x++) {
            places[x] = x * 73856093;
        }
        bits = new int[width];
        sums = new int[width];
        channels = new float[3][width];
    }

    /** Draws a row. */
    void draw(int y, Development sensor) {
        int row = y * 19349663 ^ mix(sensor.seed());
        for (int x = 0; x < bits.length; x++) {
            bits[x] = mix(places[x] ^ row);
        }
        sums(0, channels[0]);
        if (!sensor.monochrome()) {
            sums(1, channels[1]);
            sums(2, channels[2]);
        }
    }

    private void sums(int step, float[] out) {
        for (int x = 0; x < sums.length; x++) {
            int b = step == 0 ? bits[x] : mix(bits[x] + step);
            int pairs = (b & 0xff00ff) + (b >>> 8 & 0xff00ff);
            sums[x] = (pairs & 0xffff) + (pairs >>> 16) - MEAN;
        }
        for (int x = 0; x < out.length; x++) {
            out[x] = sums[x];
        }
    }

    private static int mix(int value) {
        int x = value;
        x ^= x >>> 16;
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        return x ^ x >>> 16;
    }

    /** A channel of the row that was drawn last, about 0 with {@link #DEVIATION}. Not a copy. */
    float[] channel(int channel, Development sensor) {
        return channels[sensor.monochrome() ? 0 : channel];
    }
}
