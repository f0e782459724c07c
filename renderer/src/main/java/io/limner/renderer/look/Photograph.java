package io.limner.renderer.look;

/**
 * A picture to be seen behind a subject.
 *
 * @param width pixels
 * @param height pixels
 * @param rgb sRGB, 3 bytes a pixel, row-major, top-left origin
 */
public record Photograph(int width, int height, byte[] rgb) {
    private static final float[] LINEAR = new float[256];

    static {
        for (int i = 0; i < 256; i++) {
            LINEAR[i] = (float) Rgb.ofSrgb(i).b();
        }
    }

    public Photograph {
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    "A photograph of " + width + " x " + height + " has " + rgb.length + " bytes");
        }
    }

    /**
     * The largest part of the picture that has another's shape, cut from its middle and averaged to that size, in linear light.
     *
     * @return red, green, blue and 1 of each pixel, row-major, top-left origin
     */
    public float[] covering(int columns, int rows) {
        double pixel = Math.min(width / (double) columns, height / (double) rows);
        double left = (width - pixel * columns) / 2;
        double top = (height - pixel * rows) / 2;
        float[] out = new float[4 * columns * rows];
        for (int y = 0, at = 0; y < rows; y++) {
            int y0 = from(top + y * pixel, height);
            int y1 = to(top + (y + 1) * pixel, y0, height);
            for (int x = 0; x < columns; x++) {
                int x0 = from(left + x * pixel, width);
                int x1 = to(left + (x + 1) * pixel, x0, width);
                float r = 0;
                float g = 0;
                float b = 0;
                for (int v = y0; v < y1; v++) {
                    for (int u = x0, i = 3 * (v * width + x0); u < x1; u++, i += 3) {
                        r += LINEAR[rgb[i] & 255];
                        g += LINEAR[rgb[i + 1] & 255];
                        b += LINEAR[rgb[i + 2] & 255];
                    }
                }
                float share = 1f / ((y1 - y0) * (x1 - x0));
                out[at++] = r * share;
                out[at++] = g * share;
                out[at++] = b * share;
                out[at++] = 1;
            }
        }
        return out;
    }

    private static int from(double edge, int size) {
        return (int) Math.max(0, Math.min(size - 1, Math.round(edge)));
    }

    private static int to(double edge, int from, int size) {
        return (int) Math.max(from + 1, Math.min(size, Math.round(edge)));
    }
}
