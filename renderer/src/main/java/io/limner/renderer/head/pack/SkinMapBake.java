package io.limner.renderer.head.pack;

import io.limner.renderer.head.SkinMap;
import java.util.List;

/** The mean of several skins, each relative to its own mean over the head: where skin is redder or darker, whatever its tone. */
final class SkinMapBake {
    private static final int SIZE = 256;
    private static final double LOW = 0.8;
    private static final double HIGH = 1.25;

    private SkinMapBake() {}

    static SkinMap bake(List<Picture> skins) {
        double[] sum = new double[3 * SIZE * SIZE];
        for (Picture skin : skins) {
            double[] own = reduced(skin);
            for (int c = 0; c < 3; c++) {
                double mean = mean(own, c);
                for (int i = c; i < own.length; i += 3) {
                    sum[i] += own[i] / mean / skins.size();
                }
            }
        }
        byte[] rgb = new byte[sum.length];
        for (int i = 0; i < sum.length; i++) {
            // Painted stubble, brows and lashes are far darker than skin ever is; they are drawn elsewhere.
            double ratio = Math.max(LOW, Math.min(HIGH, sum[i]));
            rgb[i] = (byte) Math.min(255, Math.round(ratio * 128));
        }
        return new SkinMap(SIZE, SIZE, rgb);
    }

    private static double[] reduced(Picture skin) {
        double[] out = new double[3 * SIZE * SIZE];
        int stepX = skin.width() / SIZE;
        int stepY = skin.height() / SIZE;
        for (int y = 0; y < SIZE * stepY; y++) {
            for (int x = 0; x < SIZE * stepX; x++) {
                for (int c = 0; c < 3; c++) {
                    out[3 * (y / stepY * SIZE + x / stepX) + c] += skin.linear(x, y, c) / (stepX * stepY);
                }
            }
        }
        return out;
    }

    /** Over cheeks and forehead in the texture. */
    private static double mean(double[] picture, int channel) {
        double sum = 0;
        int count = 0;
        for (int y = (int) (0.44 * SIZE); y < 0.60 * SIZE; y++) {
            for (int x = (int) (0.79 * SIZE); x < 0.90 * SIZE; x++) {
                sum += picture[3 * (y * SIZE + x) + channel];
                count++;
            }
        }
        return sum / count;
    }
}
