package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;

/** The check that every encoder makes of what it is handed. */
final class PixelCheck {
    private PixelCheck() {}

    /** Refuses an array that does not hold {@code channels} values for each pixel. */
    static void length(int length, int channels, Frame.Size size) {
        if (length != (long) size.pixels() * channels) {
            throw new IllegalArgumentException("a picture of " + size + " with " + channels + " values a pixel needs "
                    + (long) size.pixels() * channels + " values, got " + length);
        }
    }
}
