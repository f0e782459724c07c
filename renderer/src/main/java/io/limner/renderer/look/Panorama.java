package io.limner.renderer.look;

import java.util.ArrayList;
import java.util.List;

/**
 * Light from all directions as a picture by longitude and latitude, with copies that are blurred as rough surfaces mirror it. The middle of
 * the picture lies in front of the subject, where the camera stands; its right is to the subject's right. Immutable.
 */
public final class Panorama {
    /** Steps of roughness, from a mirror to 1. */
    public static final int LEVELS = 5;
    /** Size of the sharpest level. */
    private static final int COLUMNS = 256;

    private static final int ROWS = COLUMNS / 2;
    /** Size of the picture that light is summed over. */
    private static final int COARSE = 64;
    /** What half-precision textures can hold. */
    private static final float BRIGHTEST = 60_000;

    private final List<float[]> levels = new ArrayList<>();
    private final double[][] directions = new double[COARSE * COARSE / 2][];
    private final double[] weights = new double[COARSE * COARSE / 2];
    private final float[] coarse;

    private Panorama(float[] sharp) {
        coarse = averaged(sharp, COLUMNS, ROWS, COARSE, COARSE / 2);
        double mean = 0;
        for (int i = 0; i < directions.length; i++) {
            int row = i / COARSE;
            directions[i] = direction(i % COARSE, row, COARSE, COARSE / 2);
            double top = StrictMath.cos(2 * StrictMath.PI * row / COARSE);
            double bottom = StrictMath.cos(2 * StrictMath.PI * (row + 1) / COARSE);
            weights[i] = (top - bottom) * 2 * StrictMath.PI / COARSE;
            mean += weights[i] / (4 * StrictMath.PI) * (coarse[3 * i] + coarse[3 * i + 1] + coarse[3 * i + 2]) / 3;
        }
        scale(coarse, 1 / mean);
        float[] mirror = sharp.clone();
        scale(mirror, 1 / mean);
        levels.add(mirror);
        for (int level = 1; level < LEVELS; level++) {
            levels.add(blurred(level));
        }
    }

    /**
     * The panorama of a picture. Its brightness does not count.
     *
     * @param width pixels, at least 16
     * @param height half of it
     * @param radiance linear, any unit, 3 a pixel, row-major from the zenith
     */
    public static Panorama of(int width, int height, float[] radiance) {
        return new Panorama(averaged(radiance, width, height, COLUMNS, ROWS));
    }

    private static void scale(float[] picture, double factor) {
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) Math.min(BRIGHTEST, picture[i] * factor);
        }
    }

    /** Columns of a level: each has half as many as the one before. */
    public static int columns(int level) {
        return COLUMNS >> level;
    }

    /** Rows of a level. */
    public static int rows(int level) {
        return ROWS >> level;
    }

    /** Radiance for the roughness {@code level / (LEVELS - 1)}, 3 a pixel; its mean over the sphere is 1. */
    public float[] level(int level) {
        return levels.get(level);
    }

    /**
     * Reflected radiance of a white diffuse surface, as {@link EnvironmentLight#irradiance()} has it.
     *
     * @param rotation turn about the vertical, degrees
     */
    Rgb[] irradiance(double rotation) {
        double c = StrictMath.cos(StrictMath.toRadians(rotation));
        double s = StrictMath.sin(StrictMath.toRadians(rotation));
        EnvironmentLight.Harmonics sum = new EnvironmentLight.Harmonics();
        for (int i = 0; i < directions.length; i++) {
            double[] d = directions[i];
            sum.add(
                    c * d[0] + s * d[2],
                    d[1],
                    c * d[2] - s * d[0],
                    new Rgb(coarse[3 * i], coarse[3 * i + 1], coarse[3 * i + 2]).scaled(weights[i]));
        }
        return sum.irradiance(1);
    }

    /** What a surface of that roughness mirrors: the lobe by which the procedural environments widen theirs. */
    private float[] blurred(int level) {
        double roughness = level / (LEVELS - 1.0);
        double sharpness = 1 / (2.5 * roughness * roughness);
        int columns = columns(level);
        int rows = rows(level);
        float[] out = new float[3 * columns * rows];
        for (int p = 0; p < columns * rows; p++) {
            double[] d = direction(p % columns, p / columns, columns, rows);
            double total = 0;
            double[] sum = new double[3];
            for (int i = 0; i < directions.length; i++) {
                double[] e = directions[i];
                double cos = d[0] * e[0] + d[1] * e[1] + d[2] * e[2];
                double weight = weights[i] * StrictMath.exp(sharpness * (cos - 1));
                total += weight;
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += weight * coarse[3 * i + channel];
                }
            }
            for (int channel = 0; channel < 3; channel++) {
                out[3 * p + channel] = (float) (sum[channel] / total);
            }
        }
        return out;
    }

    /** The unit vector of the middle of a pixel, world frame. */
    private static double[] direction(int column, int row, int columns, int rows) {
        double azimuth = 2 * StrictMath.PI * (0.5 - (column + 0.5) / columns);
        double polar = StrictMath.PI * (row + 0.5) / rows;
        double ring = StrictMath.sin(polar);
        return new double[] {ring * StrictMath.sin(azimuth), StrictMath.cos(polar), ring * StrictMath.cos(azimuth)};
    }

    private static float[] averaged(float[] from, int width, int height, int columns, int rows) {
        float[] out = new float[3 * columns * rows];
        for (int y = 0; y < rows; y++) {
            int y0 = y * height / rows;
            int y1 = Math.max(y0 + 1, (y + 1) * height / rows);
            for (int x = 0; x < columns; x++) {
                int x0 = x * width / columns;
                int x1 = Math.max(x0 + 1, (x + 1) * width / columns);
                for (int channel = 0; channel < 3; channel++) {
                    double sum = 0;
                    for (int v = y0; v < y1; v++) {
                        for (int u = x0; u < x1; u++) {
                            sum += from[3 * (v * width + u) + channel];
                        }
                    }
                    out[3 * (y * columns + x) + channel] = (float) (sum / ((y1 - y0) * (x1 - x0)));
                }
            }
        }
        return out;
    }
}
