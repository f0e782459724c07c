package io.limner.renderer.pass;

import io.limner.renderer.look.Backdrop;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;

/**
 * How large a picture of the background is drawn: the softer, the smaller, since a blurred picture has nothing to show between its
 * texels.
 *
 * @param columns texels
 * @param rows texels
 * @param blur radius of the disc that a point becomes, texels
 */
record BackdropSize(int columns, int rows, double blur) {
    /** Of the longer side, in texels. */
    private static final int LEAST = 96;
    /** Texels that a blurred point should span from its middle. */
    private static final double SPAN = 2;

    private static final int MOST_TAPS = 16;

    private static final int LEAST_TAPS = 6;
    /** Points of the sharp picture for a square of a blurred point's radius: they then lie closer than texels that are interpolated show. */
    private static final double DENSITY = 2.2;

    static BackdropSize of(CameraModel camera, Scene scene) {
        int longer = Math.max(camera.width(), camera.height());
        double radius = Math.min(
                        0.08,
                        0.5 * Backdrop.blur(scene.camera(), scene.background().style()))
                * camera.width()
                / longer; // of the longer side
        double side = Math.max(Math.min(LEAST, longest(longer)), Math.min(longest(longer), SPAN / radius));
        double texels = side / longer;
        return new BackdropSize(
                (int) Math.ceil(camera.width() * texels), (int) Math.ceil(camera.height() * texels), radius * side);
    }

    /** Of the texture, for a picture with that longer side: half its pixels. */
    static int longest(int pixels) {
        return (pixels + 1) / 2;
    }

    /** How many points of the sharp picture make one of the blurred. */
    int taps() {
        if (blur < 0.3) {
            return 1;
        }
        return Math.max(LEAST_TAPS, Math.min(MOST_TAPS, (int) Math.ceil(DENSITY * blur * blur)));
    }
}
