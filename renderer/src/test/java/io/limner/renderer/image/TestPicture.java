package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;

/** A smooth colour picture with an edge, without randomness. */
final class TestPicture {
    private TestPicture() {}

    static byte[] rgb(Frame.Size size) {
        byte[] rgb = new byte[size.pixels() * 3];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int i = (y * size.width() + x) * 3;
                boolean inside = Math.hypot(x - size.width() / 2.0, y - size.height() / 2.0) < size.width() / 3.0;
                rgb[i] = (byte) (inside ? 200 : 40 + x * 120 / size.width());
                rgb[i + 1] = (byte) (128 + 90 * Math.sin(x * 0.05) * Math.cos(y * 0.07));
                rgb[i + 2] = (byte) (inside ? 60 : 220 - y * 100 / size.height());
            }
        }
        return rgb;
    }

    /** Peak signal-to-noise ratio of two pictures, dB. */
    static double psnr(byte[] expected, byte[] actual) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = (expected[i] & 0xff) - (actual[i] & 0xff);
            sum += difference * difference;
        }
        return 10 * Math.log10(255 * 255 / (sum / expected.length));
    }
}
