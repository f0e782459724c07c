package io.limner.renderer.asset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Files of a user's, made for tests. */
public final class TestAssets {
    private TestAssets() {}

    /** A picture file: {@code png} or {@code jpg}, its colours 0xrrggbb of column and row. */
    public static byte[] picture(String format, int width, int height, IntBinaryOperator color) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, color.applyAsInt(x, y));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A Radiance file, its rows not packed: four bytes (red, green, blue, exponent) of column and row as 0xrrggbbee. */
    public static byte[] radiance(int width, int height, IntBinaryOperator pixel) {
        ByteArrayOutputStream out = header(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = pixel.applyAsInt(x, y);
                out.write(value >>> 24);
                out.write(value >>> 16);
                out.write(value >>> 8);
                out.write(value);
            }
        }
        return out.toByteArray();
    }

    /** The first lines of a Radiance file. */
    static ByteArrayOutputStream header(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y " + height + " +X " + width + "\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        return out;
    }
}
