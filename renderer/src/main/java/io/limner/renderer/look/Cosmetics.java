package io.limner.renderer.look;

import io.limner.schema.scene.Subject.EyeShadowColor;
import io.limner.schema.scene.Subject.Lipstick;
import io.limner.schema.scene.Subject.LipstickColor;

/** Colours of make-up. */
public final class Cosmetics {
    private Cosmetics() {}

    /** Albedo of lips under that lipstick. */
    public static Rgb lips(Rgb bare, Lipstick lipstick) {
        return bare.mixed(pigment(lipstick.color()), lipstick.strength());
    }

    private static Rgb pigment(LipstickColor color) {
        return switch (color) {
            case NUDE -> new Rgb(0.40, 0.19, 0.145);
            case PINK -> new Rgb(0.46, 0.11, 0.165);
            case CORAL -> new Rgb(0.48, 0.12, 0.075);
            case RED -> new Rgb(0.31, 0.018, 0.024);
            case PLUM -> new Rgb(0.11, 0.018, 0.042);
            case BROWN -> new Rgb(0.14, 0.045, 0.032);
        };
    }

    /** Albedo of opaque eye shadow. */
    public static Rgb eyeShadow(EyeShadowColor color) {
        return switch (color) {
            case BROWN -> new Rgb(0.085, 0.045, 0.030);
            case GREY -> new Rgb(0.045, 0.045, 0.050);
            case PLUM -> new Rgb(0.095, 0.030, 0.070);
            case BLUE -> new Rgb(0.035, 0.075, 0.170);
        };
    }
}
