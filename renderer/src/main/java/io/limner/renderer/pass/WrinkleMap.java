package io.limner.renderer.pass;

import java.nio.ByteBuffer;
import org.lwjgl.BufferUtils;

/**
 * Where faces fold as they age: the lines of one half of a face, seen from the front at rest, as slopes of the skin. Lines are strokes
 * through a few points, mm: |x| from the middle, y above the eyes.
 */
final class WrinkleMap {
    /** Texels a millimetre. */
    private static final int FINENESS = 4;
    /** What the map covers: |x| from 0, y from {@link #BOTTOM}; mm. */
    static final int WIDTH = 80;

    static final int HEIGHT = 224;
    static final int BOTTOM = -146;
    private static final int COLUMNS = WIDTH * FINENESS;
    private static final int ROWS = HEIGHT * FINENESS;

    /** Half the width and the depth of a line, mm, then its points. */
    private static final double[][] LINES = {
        // Across the forehead.
        {1.3, 0.42, 0, 33.5, 14, 35, 30, 35.5, 41, 32},
        {1.4, 0.55, 0, 39.5, 15, 41.5, 33, 41, 45, 36},
        {1.4, 0.50, 0, 46, 17, 47.5, 34, 46.5, 46, 43},
        {1.3, 0.38, 4, 52, 18, 53.5, 36, 51.5},
        // Between the brows, and across the root of the nose.
        {1.1, 0.45, 5.5, 12, 7, 19, 7.5, 28},
        {1.0, 0.24, 2, 14, 2.5, 24},
        {1.2, 0.26, 0, 6.5, 6, 7},
        // Beside the eye.
        {0.9, 0.34, 44, 2, 50, 6, 57, 11},
        {0.9, 0.40, 44.5, -0.5, 51, 0.5, 59, 3},
        {0.9, 0.36, 44, -3, 50, -5.5, 57, -8},
        {0.9, 0.26, 42.5, -6, 47, -11, 53, -17},
        // Below it: the lid's own lines, and the lower edge of the bag.
        {0.8, 0.22, 22, -8, 30, -9.5, 39, -8},
        {1.0, 0.30, 18, -6, 25, -12, 34, -13.5, 42, -10},
        {1.7, 0.50, 15.5, -8, 22, -16, 32, -19.5, 42, -17},
        // From the nose to the mouth's corner and on to the chin.
        {2.3, 0.95, 15.5, -36, 21, -45, 26.5, -56, 29, -68, 28, -76},
        {1.8, 0.40, 25.5, -69, 28, -78, 27, -90},
        // Over and under the lips.
        {0.7, 0.20, 2.8, -50, 2.6, -57},
        {0.7, 0.24, 6.5, -50, 6.3, -57},
        {0.7, 0.24, 10.5, -51, 10.8, -58},
        {0.7, 0.20, 15, -53, 16, -60},
        {1.5, 0.35, 0, -80.5, 7, -80, 14, -77},
        // Down the cheek.
        {1.8, 0.15, 35, -36, 39, -50, 39, -68},
        {1.7, 0.13, 44, -32, 48, -48, 47, -66},
        {1.6, 0.11, 53, -26, 55, -42, 52, -58},
        // Around the neck.
        {1.6, 0.45, 0, -131, 18, -129, 36, -122},
        {1.5, 0.35, 2, -141, 20, -139, 40, -131},
    };

    private final double[] height = new double[COLUMNS * ROWS];

    private WrinkleMap() {
        for (double[] line : LINES) {
            for (int i = 2; i + 3 < line.length; i += 2) {
                boolean first = i == 2 && line[2] > 0;
                boolean last = i + 5 >= line.length;
                carve(line, i, first, last);
            }
        }
    }

    static int columns() {
        return COLUMNS;
    }

    static int rows() {
        return ROWS;
    }

    /** RGBA bytes, from the lowest row up: red and green the slopes to the side and upwards (0.5 is level), blue how deep a place lies. */
    static ByteBuffer pixels() {
        WrinkleMap map = new WrinkleMap();
        ByteBuffer out = BufferUtils.createByteBuffer(4 * COLUMNS * ROWS);
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                double dx = map.at(x + 1, y) - map.at(x - 1, y);
                double dy = map.at(x, y + 1) - map.at(x, y - 1);
                out.put(SkinTextures.coded(0.5 - dx * FINENESS / 2))
                        .put(SkinTextures.coded(0.5 - dy * FINENESS / 2))
                        .put(SkinTextures.coded(-map.at(x, y)))
                        .put((byte) 255);
            }
        }
        return out.flip();
    }

    /** The middle is a mirror. */
    private double at(int x, int y) {
        int column = Math.min(COLUMNS - 1, x < 0 ? -x - 1 : x);
        return height[Math.max(0, Math.min(ROWS - 1, y)) * COLUMNS + column];
    }

    /** One stretch of a line: lines that cross do not add up, the deeper one counts. */
    private void carve(double[] line, int i, boolean first, boolean last) {
        double spread = line[0];
        double ax = line[i];
        double ay = line[i + 1];
        double bx = line[i + 2] - ax;
        double by = line[i + 3] - ay;
        int margin = (int) Math.ceil(3 * spread * FINENESS);
        for (int y = row(Math.min(ay, ay + by)) - margin; y <= row(Math.max(ay, ay + by)) + margin; y++) {
            for (int x = column(Math.min(ax, ax + bx)) - margin; x <= column(Math.max(ax, ax + bx)) + margin; x++) {
                if (x < 0 || y < 0 || x >= COLUMNS || y >= ROWS) {
                    continue;
                }
                double px = (x + 0.5) / FINENESS - ax;
                double py = (y + 0.5) / FINENESS + BOTTOM - ay;
                double t = Math.max(0, Math.min(1, (px * bx + py * by) / (bx * bx + by * by)));
                double d2 = (px - t * bx) * (px - t * bx) + (py - t * by) * (py - t * by);
                double taper =
                        (first ? Math.min(1, 0.15 + 1.7 * t) : 1) * (last ? Math.min(1, 0.15 + 1.7 * (1 - t)) : 1);
                double depth = line[1] * taper * StrictMath.exp(-d2 / (spread * spread));
                height[y * COLUMNS + x] = Math.min(height[y * COLUMNS + x], -depth);
            }
        }
    }

    private static int row(double y) {
        return (int) Math.floor((y - BOTTOM) * FINENESS);
    }

    private static int column(double x) {
        return (int) Math.floor(x * FINENESS);
    }
}
