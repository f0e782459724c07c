package io.limner.renderer.look;

import io.limner.schema.scene.Accessories.Dye;
import io.limner.schema.scene.Camera.Spectrum;

/** Colours of fabrics. */
public final class Fabrics {
    private Fabrics() {}

    /** The albedo of a fabric of that dye, as a camera of that spectrum sees it. */
    public static Rgb of(Dye dye, Spectrum spectrum) {
        Rgb visible = visible(dye.hue(), dye.saturation(), dye.value());
        return spectrum == Spectrum.VISIBLE ? visible : inNearInfrared(visible);
    }

    /** A fabric in visible light: hue in degrees, saturation and value 0 to 1. */
    static Rgb visible(double hue, double saturation, double value) {
        return Rgb.ofHsv(hue % 360, saturation, value).scaled(0.85).plus(new Rgb(0.01, 0.01, 0.01));
    }

    /** Dyes let most of near infrared pass. */
    static Rgb inNearInfrared(Rgb visible) {
        return Rgb.grey(0.30 + 0.45 * visible.luminance());
    }
}
