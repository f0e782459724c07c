package io.limner.renderer.look;

import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Subject.EyeColor;

/** Colours of skin, hair and eyes. */
public final class Complexions {
    /** Monk skin tone scale, sRGB. Source: Ellis Monk, Monk Skin Tone Scale, 2022. */
    private static final int[] MONK = {
        0xf6ede4, 0xf3e7db, 0xf7ead0, 0xeadaba, 0xd7bd96, 0xa07e56, 0x825c43, 0x604134, 0x3a312a, 0x292420
    };

    /** What the darkest skin reflects at least, without its gloss. */
    private static final double FAINTEST = 0.032;

    private Complexions() {}

    /**
     * Albedo of unshaded skin of a Monk tone. The scale shows orbs without blood; blood takes green and blue from light skin, and the
     * orbs' own highlights are darkened to what skin reflects.
     *
     * @param tone 1 to 10
     */
    public static Rgb skin(int tone) {
        Rgb swatch = lifted(Rgb.ofSrgb(MONK[tone - 1]));
        double light = Math.min(1, swatch.luminance() / 0.6);
        Rgb blood = new Rgb(0.92, 0.92, 0.92).mixed(new Rgb(0.87, 0.72, 0.64), light);
        double dark = Math.max(0, Math.min(1, (0.085 - swatch.luminance()) / 0.04));
        Rgb warm = new Rgb(0.95, 1.02, 1.02).mixed(new Rgb(1.2, 0.96, 0.82), dark);
        return swatch.times(blood).times(warm);
    }

    /** The tone whose skin is nearest to an albedo, 1 to 10; lightness as the eye takes it. */
    public static int nearest(Rgb albedo) {
        int best = 1;
        double least = Double.MAX_VALUE;
        for (int tone = 1; tone <= MONK.length; tone++) {
            Rgb skin = skin(tone);
            double r = StrictMath.cbrt(skin.r()) - StrictMath.cbrt(albedo.r());
            double g = StrictMath.cbrt(skin.g()) - StrictMath.cbrt(albedo.g());
            double b = StrictMath.cbrt(skin.b()) - StrictMath.cbrt(albedo.b());
            double far = r * r + g * g + b * b;
            if (far < least) {
                least = far;
                best = tone;
            }
        }
        return best;
    }

    /**
     * By how much a photographer turns up the light on a face of that albedo: more for dark skin, less for light skin, but only part of
     * the way. It is the light that changes and not the exposure, so that a background does not tell the tone of the skin before it.
     */
    public static double metering(Rgb skin) {
        double missing = 0.28 / skin.luminance();
        return StrictMath.pow(missing, missing < 1 ? 0.5 : 0.66);
    }

    /** The darkest orbs are darker than skin is: what little light leaves them is spread over a rounder, glossier form. */
    private static Rgb lifted(Rgb swatch) {
        double luminance = swatch.luminance();
        double spread = luminance * StrictMath.pow(luminance / 0.85, -0.16);
        return swatch.scaled(StrictMath.sqrt(spread * spread + FAINTEST * FAINTEST) / luminance);
    }

    /**
     * Albedo of the lips on skin of that albedo.
     *
     * @param contrast how much they stand out from it beyond the least, 0 to 1
     */
    public static Rgb lips(Rgb skin, double contrast) {
        double light = Math.min(1, skin.luminance() / 0.35);
        Rgb blood = new Rgb(0.74, 0.56, 0.58).mixed(new Rgb(0.86, 0.50, 0.52), light);
        return skin.times(blood).times(Rgb.grey(1).mixed(new Rgb(0.90, 0.76, 0.80), contrast));
    }

    /** Albedo of a mass of hair. */
    public static Rgb hair(Hair.Color color) {
        return switch (color) {
            case BLACK -> new Rgb(0.020, 0.017, 0.016);
            case DARK_BROWN -> new Rgb(0.045, 0.030, 0.022);
            case BROWN -> new Rgb(0.105, 0.062, 0.038);
            case AUBURN -> new Rgb(0.175, 0.068, 0.030);
            case BLOND -> new Rgb(0.40, 0.285, 0.155);
            case GREY -> new Rgb(0.28, 0.275, 0.27);
            case WHITE -> new Rgb(0.62, 0.61, 0.58);
        };
    }

    /**
     * The same as a photographer's light for that skin leaves it: where light is turned up for dark skin, hair keeps more of its own
     * depth, and what light there is in it bounces on and loses colour.
     */
    public static Rgb hair(Hair.Color color, Rgb skin) {
        Rgb hair = hair(color);
        double raised = Math.max(1, metering(skin));
        Rgb deeper = hair.scaled(StrictMath.pow(raised, -0.7));
        double pale = 0.25 * (1 - 1 / raised);
        return deeper.mixed(Rgb.grey(deeper.luminance()), pale);
    }

    /** Albedo of grey hairs, which the light that is turned up for dark skin would bleach. */
    public static double greyHair(Rgb skin) {
        return 0.30 * StrictMath.pow(Math.max(1, metering(skin)), -1.1);
    }

    /** Albedo of the brows of a person with that hair and skin: darker than the hair, and than the skin, as where hair is dyed. */
    public static Rgb brows(Rgb hair, Rgb skin) {
        Rgb brow = hair.scaled(0.75).plus(new Rgb(0.004, 0.003, 0.002));
        double most = (0.16 + 0.14 * Math.min(1, skin.luminance() / 0.3)) * skin.luminance();
        return brow.luminance() <= most ? brow : brow.scaled(most / brow.luminance());
    }

    /** Colour of the iris between its fibres; like {@link #hair(Hair.Color, Rgb)} it keeps its depth in light that is turned up for that skin. */
    public static Rgb iris(EyeColor color, Rgb skin) {
        return iris(color).scaled(StrictMath.pow(Math.max(1, metering(skin)), -1));
    }

    private static Rgb iris(EyeColor color) {
        return switch (color) {
            case DARK_BROWN -> new Rgb(0.026, 0.013, 0.008);
            case BROWN -> new Rgb(0.062, 0.029, 0.013);
            case HAZEL -> new Rgb(0.110, 0.068, 0.030);
            case GREEN -> new Rgb(0.082, 0.098, 0.050);
            case BLUE -> new Rgb(0.082, 0.135, 0.195);
            case GREY -> new Rgb(0.105, 0.120, 0.130);
        };
    }
}
