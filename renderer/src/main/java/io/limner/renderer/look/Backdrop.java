package io.limner.renderer.look;

import io.limner.schema.scene.Background;
import io.limner.schema.scene.Camera;

/**
 * Colours and chances of a background, from its seed.
 *
 * @param style what is drawn
 * @param colors four colours
 * @param chances three numbers, 0 to 1
 */
public record Backdrop(Background.Style style, Rgb[] colors, double[] chances) {

    /** How far behind the subject the background is sharp, mm. */
    private static final double BEHIND = 2500;

    /** The backdrop that {@code background} describes. */
    public static Backdrop of(Background background) {
        double[] u = new double[15];
        for (int i = 0; i < u.length; i++) {
            u[i] = uniform(background.seed() * 31 + i);
        }
        boolean muted = background.style() == Background.Style.PLAIN || background.style() == Background.Style.GRADIENT;
        Rgb[] colors = new Rgb[4];
        double hue = 360 * u[12];
        for (int i = 0; i < 4; i++) {
            // Colours of one picture keep near one hue or its opposite, as rooms and clothes do.
            double shifted = hue + 50 * (u[3 * i] - 0.5) + (i == 2 && u[13] > 0.5 ? 180 : 0);
            double saturation = u[3 * i + 1] * (muted ? 0.45 : 0.38);
            double value = 0.15 + 0.75 * u[3 * i + 2];
            colors[i] = Rgb.ofHsv((shifted + 360) % 360, saturation, value);
        }
        return new Backdrop(background.style(), colors, new double[] {u[0], u[14], u[7]});
    }

    /**
     * Diameter of the disc that a point of the background becomes, as a fraction of the image's width: the circle of confusion of a thin
     * lens that is focused on the subject. What lights the subject is infinitely far.
     */
    public static double blur(Camera camera, Background.Style style) {
        Camera.Lens lens = camera.lens();
        double focus = Math.max(camera.place().orbit().distance(), 1.5 * lens.focalLength());
        double disc = lens.focalLength() * lens.focalLength() / (lens.fNumber() * (focus - lens.focalLength()));
        double share = style == Background.Style.ENVIRONMENT ? 1 : BEHIND / (focus + BEHIND);
        return disc * share / lens.sensorWidth();
    }

    /** Uniform in [0, 1): the finaliser of SplitMix64 (Steele, Lea and Flood, 2014) as a hash. */
    private static double uniform(long key) {
        long z = key * 0x9e3779b97f4a7c15L + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
