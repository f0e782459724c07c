package io.limner.renderer.pass;

import io.limner.renderer.gl.Texture;
import io.limner.renderer.gl.TextureArray;
import io.limner.renderer.head.HeadColors;
import io.limner.renderer.head.HeadSurface;
import io.limner.renderer.head.SkinMap;
import java.nio.ByteBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;
import org.lwjgl.system.MemoryUtil;

/** Fine detail of skin and the lines of age, made once for all contexts, and the colours of a head. */
final class SkinTextures implements AutoCloseable {
    private static final int SIZE = 256;

    private final Texture detail;
    private final Texture color;
    private final Texture wrinkles;
    /** Null for a head that has none. */
    private final TextureArray own;

    SkinTextures(HeadSurface head) {
        SkinMap map = head.skinMap();
        own = head.colors() == null ? null : array(head.colors());
        detail = Texture.rgba8(SIZE, SIZE, Made.DETAIL.duplicate(), GL45C.GL_REPEAT);
        ByteBuffer pixels = BufferUtils.createByteBuffer(4 * map.width() * map.height());
        for (int i = 0; i < map.width() * map.height(); i++) {
            pixels.put(map.rgb(), 3 * i, 3).put((byte) 255);
        }
        color = Texture.rgba8(map.width(), map.height(), pixels.flip(), GL45C.GL_CLAMP_TO_EDGE);
        wrinkles = Texture.rgba8(
                WrinkleMap.columns(), WrinkleMap.rows(), Made.WRINKLES.duplicate(), GL45C.GL_CLAMP_TO_EDGE);
    }

    /** What is the same for every head. Contexts read it through duplicates, whose places are their own. */
    private static final class Made {
        static final ByteBuffer DETAIL = detail(BufferUtils.createByteBuffer(4 * SIZE * SIZE));
        static final ByteBuffer WRINKLES = WrinkleMap.pixels();
    }

    private static TextureArray array(HeadColors colors) {
        ByteBuffer texels = MemoryUtil.memAlloc(colors.rgba().length);
        try {
            return new TextureArray(
                    colors.side(), colors.layers(), texels.put(colors.rgba()).flip());
        } finally {
            MemoryUtil.memFree(texels);
        }
    }

    void bind() {
        if (own != null) {
            own.bind(Bindings.HEAD_COLORS);
        }
        detail.bind(Bindings.SKIN_DETAIL);
        color.bind(Bindings.SKIN_COLOR);
        wrinkles.bind(Bindings.WRINKLES);
    }

    /** Slopes of a pored surface in red and green, the pores in blue, broad blotches in alpha; it repeats at its edges. */
    private static ByteBuffer detail(ByteBuffer out) {
        double[] height = new double[SIZE * SIZE];
        double[] blotch = new double[SIZE * SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double u = x / (double) SIZE;
                double v = y / (double) SIZE;
                double pore = cells(u, v, 26, 1);
                double lines = 0.6 * noise(u, v, 48, 2) + 0.4 * noise(u, v, 96, 3);
                height[y * SIZE + x] = 0.55 * pore + 0.45 * lines;
                blotch[y * SIZE + x] = 0.45 * noise(u, v, 4, 4) + 0.3 * noise(u, v, 9, 5) + 0.25 * noise(u, v, 21, 6);
            }
        }
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double here = height[y * SIZE + x];
                double dx = height[y * SIZE + (x + 1) % SIZE] - height[y * SIZE + (x + SIZE - 1) % SIZE];
                double dy = height[(y + 1) % SIZE * SIZE + x] - height[(y + SIZE - 1) % SIZE * SIZE + x];
                out.put(coded(0.5 - 1.1 * dx))
                        .put(coded(0.5 - 1.1 * dy))
                        .put(coded(here))
                        .put(coded(blotch[y * SIZE + x]));
            }
        }
        return out.flip();
    }

    /** 0 to 1 as a byte. */
    static byte coded(double value) {
        return (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
    }

    /** Distance to the nearest of one random point a cell, 0 at the point to 1: pits with ridges between. */
    private static double cells(double u, double v, int count, int seed) {
        double x = u * count;
        double y = v * count;
        int cx = (int) Math.floor(x);
        int cy = (int) Math.floor(y);
        double nearest = 4;
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                int px = Math.floorMod(cx + i, count);
                int py = Math.floorMod(cy + j, count);
                double dx = cx + i + random(px, py, seed) - x;
                double dy = cy + j + random(px, py, seed + 50) - y;
                nearest = Math.min(nearest, dx * dx + dy * dy);
            }
        }
        return Math.min(1, Math.sqrt(nearest) * 1.25);
    }

    private static double noise(double u, double v, int count, int seed) {
        double x = u * count;
        double y = v * count;
        int cx = (int) Math.floor(x);
        int cy = (int) Math.floor(y);
        double tx = fade(x - cx);
        double ty = fade(y - cy);
        int nx = (cx + 1) % count;
        int ny = (cy + 1) % count;
        double low = random(cx, cy, seed) * (1 - tx) + random(nx, cy, seed) * tx;
        double high = random(cx, ny, seed) * (1 - tx) + random(nx, ny, seed) * tx;
        return low * (1 - ty) + high * ty;
    }

    private static double fade(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double random(int x, int y, int seed) {
        int h = x * 73856093 ^ y * 19349663 ^ seed * 83492791;
        h = (h ^ (h >>> 16)) * 0x7feb352d;
        h = (h ^ (h >>> 15)) * 0x846ca68b;
        return ((h ^ (h >>> 16)) >>> 8) / (double) (1 << 24);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
        detail.close();
        color.close();
        wrinkles.close();
    }
}
