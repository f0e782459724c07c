package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.look.Rgb;
import java.nio.FloatBuffer;

/** The background's picture as the sensor sees it, a row of pixels at a time: what {@code backdrop.glsl} and {@code develop.glsl} say. */
final class DevelopedBackdrop {
    /** Where the shoulder starts. */
    private static final float KNEE = 0.62f;

    private final FloatBuffer texels;
    private final int columns;
    private final int rows;
    private final int height;
    private final boolean monochrome;
    private final float[] gains;
    /** Of a column of pixels where its texel on the left starts in a row, and the share of the one on the right. */
    private final int[] lefts;

    private final float[] shares;
    private final float[] upper;
    private final float[] lower;

    /** @param texels four numbers each, row by row */
    DevelopedBackdrop(FloatBuffer texels, BackdropSize picture, Frame.Size image, Development sensor) {
        this.texels = texels;
        columns = picture.columns();
        rows = picture.rows();
        height = image.height();
        monochrome = sensor.monochrome();
        float exposure = (float) sensor.exposure();
        Rgb balance = monochrome ? Rgb.grey(1) : sensor.gains();
        gains = new float[] {
            exposure * (float) balance.r(), exposure * (float) balance.g(), exposure * (float) balance.b()
        };
        lefts = new int[image.width()];
        shares = new float[image.width()];
        for (int x = 0; x < image.width(); x++) {
            float at = place(x, image.width(), columns);
            lefts[x] = 4 * (int) at;
            shares[x] = at - (int) at;
        }
        upper = new float[4 * columns + 4];
        lower = new float[4 * columns + 4];
    }

    /** Where a pixel's centre lies among the centres of texels. */
    private static float place(int pixel, int pixels, int texels) {
        return Math.max(0, Math.min(texels - 1f, (pixel + 0.5f) / pixels * texels - 0.5f));
    }

    /** Goes to a row of pixels. */
    void row(int y) {
        float at = place(y, height, rows);
        int above = (int) at;
        float share = at - above;
        int length = 4 * columns;
        texels.get(length * above, upper, 0, length);
        texels.get(length * Math.min(above + 1, rows - 1), lower, 0, length);
        for (int i = 0; i < length; i++) {
            upper[i] += share * (lower[i] - upper[i]);
        }
    }

    /** Writes a channel of that row, 0 to 1, where the background is seen, and 0 elsewhere. */
    void channel(int channel, float[] seen, float[] out) {
        int source = monochrome ? 0 : channel;
        for (int x = 0; x < out.length; x++) {
            if (seen[x] != 0) {
                int i = lefts[x] + source;
                float left = upper[i];
                out[x] = left + shares[x] * (upper[i + 4] - left);
            } else {
                out[x] = 0;
            }
        }
        float gain = gains[channel];
        for (int x = 0; x < out.length; x++) {
            float color = Math.max(0, out[x]) * gain;
            float over = Math.max(0, color - KNEE);
            out[x] = Math.min(color, KNEE) + over / (1 + over * (1 / (1 - KNEE)));
        }
    }
}
