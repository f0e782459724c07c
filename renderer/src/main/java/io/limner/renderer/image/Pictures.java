package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;

/** Between arrays of pixels and Java's pictures, and label layers as pictures that people can read. */
final class Pictures {
    private static final int NEAREST_GREY = 255;
    private static final int FARTHEST_GREY = 40;

    private Pictures() {}

    /** A picture of sRGB bytes, 3 a pixel. */
    static BufferedImage ofRgb(byte[] rgb, Frame.Size size) {
        PixelCheck.length(rgb.length, 3, size);
        return paint(size, i -> (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | (rgb[3 * i + 2] & 0xff));
    }

    /** Class codes in the colours of {@link SegmentationPalette}. */
    static BufferedImage ofClasses(byte[] classes, Frame.Size size) {
        PixelCheck.length(classes.length, 1, size);
        return paint(size, i -> SegmentationPalette.rgb(classes[i] & 0xff));
    }

    /** {@link DepthSteps} as grey, from the nearest surface (white) to the farthest (dark); black where there is none. */
    static BufferedImage ofDepth(short[] steps, Frame.Size size) {
        PixelCheck.length(steps.length, 1, size);
        int near = Integer.MAX_VALUE;
        int far = 0;
        for (short step : steps) {
            int depth = step & 0xffff;
            if (depth != 0) {
                near = Math.min(near, depth);
                far = Math.max(far, depth);
            }
        }
        int nearest = near;
        double range = Math.max(1, far - near);
        return paint(size, i -> {
            int depth = steps[i] & 0xffff;
            if (depth == 0) {
                return 0;
            }
            int grey = (int) Math.round(NEAREST_GREY - (NEAREST_GREY - FARTHEST_GREY) * (depth - nearest) / range);
            return grey << 16 | grey << 8 | grey;
        });
    }

    /** The sRGB bytes of a picture, 3 a pixel. */
    static byte[] toRgb(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        byte[] rgb = new byte[pixels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        return rgb;
    }

    private static BufferedImage paint(Frame.Size size, IntUnaryOperator color) {
        BufferedImage picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                picture.setRGB(x, y, color.applyAsInt(y * size.width() + x));
            }
        }
        return picture;
    }
}
