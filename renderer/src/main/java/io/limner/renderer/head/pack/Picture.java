package io.limner.renderer.head.pack;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A texture of the package, looked up by texture coordinates; v grows upwards. */
final class Picture {
    private final BufferedImage image;

    Picture(String name, byte[] bytes) {
        try {
            image = ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new PackException("Cannot decode " + name + ": " + e.getMessage(), e);
        }
        if (image == null) {
            throw new PackException("Cannot decode " + name + ": not a picture");
        }
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** sRGB of the texel under (u, v), 0xRRGGBB. */
    int at(double u, double v) {
        int x = Math.max(0, Math.min(width() - 1, (int) (u * width())));
        int y = Math.max(0, Math.min(height() - 1, (int) ((1 - v) * height())));
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    /** Linear light of one channel (0 red, 1 green, 2 blue) of a texel, 0 to 1 (IEC 61966-2-1). */
    double linear(int x, int y, int channel) {
        double c = (image.getRGB(x, y) >> (16 - 8 * channel) & 255) / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }
}
