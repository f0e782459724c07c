package io.limner.renderer.head.pack;

import io.limner.renderer.head.SkinMap;
import java.util.List;

/** The mean of several skins, each relative to its own mean over the head: where skin is redder or darker, whatever its tone. */
final class SkinMapBake {
    private static final int SIZE = 256;
    private static final double LOW = 0.8;
    private static final double HIGH = 1.25;

    private static final int GROWTHS = 3;
    private static final int BLURS = 6;

    private SkinMapBake() {}

    /**
     * @param skins colour pictures of the base mesh's texture
     * @param scalp positions (u, v) on the texture of what the skins paint short hair on, 2 a point, closely spaced
     */
    static SkinMap bake(List<Picture> skins, float[] scalp) {
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
        double[] hair = coverage(scalp);
        byte[] rgb = new byte[sum.length];
        for (int i = 0; i < sum.length; i++) {
            // Painted stubble, brows and lashes are far darker than skin ever is; they are drawn elsewhere.
            double ratio = Math.max(LOW, Math.min(HIGH, sum[i]));
            double bare = hair[i / 3];
            rgb[i] = (byte) Math.min(255, Math.round((bare + (1 - bare) * ratio) * 128));
        }
        return new SkinMap(SIZE, SIZE, rgb);
    }

    /** 1 on the scalp, 0 off it, blurred between. */
    private static double[] coverage(float[] scalp) {
        double[] cover = new double[SIZE * SIZE];
        for (int i = 0; i < scalp.length; i += 2) {
            int x = Math.max(0, Math.min(SIZE - 1, (int) (scalp[i] * SIZE)));
            int y = Math.max(0, Math.min(SIZE - 1, (int) ((1 - scalp[i + 1]) * SIZE)));
            cover[y * SIZE + x] = 1;
        }
        for (int round = 0; round < BLURS; round++) {
            double[] next = cover.clone();
            for (int y = 1; y < SIZE - 1; y++) {
                for (int x = 1; x < SIZE - 1; x++) {
                    double sum = 0;
                    for (int dy = -1; dy <= 1; dy++) {
                        for (int dx = -1; dx <= 1; dx++) {
                            sum += cover[(y + dy) * SIZE + x + dx];
                        }
                    }
                    // Gaps between the points close, a little of what grew is taken back, then the edge softens.
                    double closed = sum > (round < GROWTHS ? 0.5 : 8.5) ? 1 : 0;
                    next[y * SIZE + x] = round <= GROWTHS ? closed : sum / 9;
                }
            }
            cover = next;
        }
        return cover;
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
