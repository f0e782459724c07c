package io.limner.renderer.look;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Panorama} is made from, sharp enough to be seen behind a subject: by longitude and latitude as there, each level half as wide
 * as the one before. Immutable.
 *
 * @param width pixels of the first level
 * @param height half of it
 * @param levels pixels as OpenGL's RGB9_E5 has them: from the lowest bit 9 each of red, green and blue, 5 of a common exponent; the mean
 *     over the sphere is 1
 */
public record Vista(int width, int height, List<int[]> levels) {
    private static final float BRIGHTEST = 60_000;
    private static final int BITS = 9;
    private static final int BIAS = 15;

    /**
     * The vista of a picture. Its brightness does not count.
     *
     * @param radiance linear, any unit, 3 a pixel, row-major from the zenith; it is changed
     */
    public static Vista of(int width, int height, float[] radiance) {
        double mean = 0;
        for (int y = 0; y < height; y++) {
            double sum = 0;
            for (int i = 3 * width * y; i < 3 * width * (y + 1); i++) {
                sum += radiance[i];
            }
            double share =
                    StrictMath.cos(StrictMath.PI * y / height) - StrictMath.cos(StrictMath.PI * (y + 1) / height);
            mean += share / 2 * sum / (3.0 * width);
        }
        for (int i = 0; i < radiance.length; i++) {
            radiance[i] = (float) Math.min(BRIGHTEST, radiance[i] / mean);
        }
        List<int[]> levels = new ArrayList<>();
        float[] level = radiance;
        int columns = width;
        int rows = height;
        levels.add(packed(level));
        while (columns > 1 && rows > 1) {
            level = halved(level, columns, columns / 2, rows / 2);
            columns /= 2;
            rows /= 2;
            levels.add(packed(level));
        }
        return new Vista(width, height, List.copyOf(levels));
    }

    private static float[] halved(float[] from, int width, int columns, int rows) {
        float[] out = new float[3 * columns * rows];
        for (int y = 0, at = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int corner = 3 * (2 * y * width + 2 * x);
                for (int i = corner; i < corner + 3; i++) {
                    out[at++] = (from[i] + from[i + 3] + from[i + 3 * width] + from[i + 3 * width + 3]) / 4;
                }
            }
        }
        return out;
    }

    private static int[] packed(float[] rgb) {
        int[] out = new int[rgb.length / 3];
        for (int p = 0; p < out.length; p++) {
            float brightest = Math.max(rgb[3 * p], Math.max(rgb[3 * p + 1], rgb[3 * p + 2]));
            int exponent = Math.max(-BIAS, Math.getExponent(brightest) + 1);
            if (Math.round(Math.scalb(brightest, BITS - exponent)) == 1 << BITS) {
                exponent++;
            }
            int word = (exponent + BIAS) << (3 * BITS);
            for (int channel = 0; channel < 3; channel++) {
                word |= Math.round(Math.scalb(rgb[3 * p + channel], BITS - exponent)) << (BITS * channel);
            }
            out[p] = word;
        }
        return out;
    }
}
