package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import java.nio.IntBuffer;

/**
 * Samples to pixels on the processor: what {@code resolve.comp} does on a device, for pictures without blur. Colours are whole steps of
 * {@link SrgbSteps}, in which the sum over a pixel's samples is exact.
 */
final class ProcessorResolve {
    /** What a sample of full brightness, as which those of the background read, adds to the sum for each sixteenth of its weight. */
    private static final int BRIGHT = SrgbSteps.WHITE / 16;

    /** The least noise, as if there were this much light. */
    private static final float DARK = 0.02f;

    private static final float MID_GREY = 0.24f;

    private final SrgbSteps curve = new SrgbSteps();
    private final Frame.Size size;
    private final int columns;
    private final Grain grain;
    private int[] above;
    private int[] middle;
    private int[] below;
    /** Of each column of samples the weighted sum over three rows: red, green, blue. */
    private final int[][] sums;
    /** The same of ones where the background shows. */
    private final int[] open;
    /** Of each pixel of a row: how much of it is background, 0 to 16; one channel of that; and one of all that is seen. */
    private final float[] background;

    private final float[] behind;
    private final float[] color;

    ProcessorResolve(Frame.Size size) {
        this.size = size;
        columns = 2 * size.width() + 2;
        grain = new Grain(size.width());
        above = new int[columns];
        middle = new int[columns];
        below = new int[columns];
        sums = new int[3][columns];
        open = new int[columns];
        background = new float[size.width()];
        behind = new float[size.width()];
        color = new float[size.width()];
    }

    /** Pixels, three bytes each, of samples in rows of {@code 2 width + 2}. */
    byte[] pixels(IntBuffer samples, DevelopedBackdrop backdrop, Development sensor) {
        byte[] rgb = new byte[3 * size.pixels()];
        samples.get(0, below);
        for (int y = 0; y < size.height(); y++) {
            int[] spare = above;
            above = below;
            below = spare;
            samples.get((2 * y + 1) * columns, middle);
            samples.get((2 * y + 2) * columns, below);
            boolean seen = sumRows();
            if (seen) {
                tent(open, background);
                backdrop.row(y);
            }
            if (sensor.noise() > 0) {
                grain.draw(y, sensor);
            }
            for (int channel = 0; channel < 3; channel++) {
                tent(sums[channel], color);
                if (seen) {
                    fillIn(backdrop, channel);
                }
                if (sensor.noise() > 0) {
                    addNoise(sensor, channel);
                }
                code(rgb, 3 * size.width() * y + channel);
            }
        }
        return rgb;
    }

    /** Returns whether any sample shows the background. */
    private boolean sumRows() {
        int any = 0;
        for (int i = 0; i < columns; i++) {
            open[i] = (above[i] >>> 31) + 2 * (middle[i] >>> 31) + (below[i] >>> 31);
        }
        for (int i = 0; i < columns; i++) {
            any |= open[i];
        }
        for (int channel = 0; channel < 3; channel++) {
            sum(above, middle, below, 10 * channel, sums[channel]);
        }
        return any != 0;
    }

    private static void sum(int[] above, int[] middle, int[] below, int shift, int[] out) {
        for (int i = 0; i < out.length; i++) {
            int a = above[i] >>> shift & 1023;
            int b = middle[i] >>> shift & 1023;
            int c = below[i] >>> shift & 1023;
            out[i] = a * a + 2 * b * b + c * c;
        }
    }

    private static void tent(int[] sums, float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = sums[2 * x] + 2 * sums[2 * x + 1] + sums[2 * x + 2];
        }
    }

    private void fillIn(DevelopedBackdrop backdrop, int channel) {
        backdrop.channel(channel, background, behind);
        for (int x = 0; x < color.length; x++) {
            color[x] += background[x] * (behind[x] - 1) * BRIGHT;
        }
    }

    /** Photon noise grows with the root of the signal; the parameter is its size at mid grey. */
    private void addNoise(Development sensor, int channel) {
        float[] random = grain.channel(channel, sensor);
        float size = (float) sensor.noise() / Grain.DEVIATION * SrgbSteps.WHITE;
        for (int x = 0; x < color.length; x++) {
            float light = (color[x] * (1f / SrgbSteps.WHITE) + DARK) * (1 / MID_GREY);
            color[x] += size * random[x] * (float) Math.sqrt(light);
        }
    }

    private void code(byte[] rgb, int first) {
        for (int x = 0; x < color.length; x++) {
            color[x] = Math.max(0, Math.min(SrgbSteps.WHITE, color[x]));
        }
        for (int x = 0, at = first; x < color.length; x++, at += 3) {
            rgb[at] = (byte) curve.code((int) color[x]);
        }
    }
}
