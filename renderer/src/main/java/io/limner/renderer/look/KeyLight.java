package io.limner.renderer.look;

import io.limner.schema.scene.Light;

/**
 * Light from one direction.
 *
 * @param direction unit vector towards the light, world frame, 3 values
 * @param color what a white surface that faces it reflects
 * @param penumbra half the width of a shadow's edge, mm
 */
public record KeyLight(double[] direction, Rgb color, double penumbra) {
    /** From what casts a shadow on a face to where it falls, mm: about a nose's height. Edges are drawn as if all were so far. */
    private static final double CASTER_DISTANCE = 45;
    /** Half the width of the sharpest edge, mm: about a texel of the shadow map. */
    private static final double SHARPEST = 0.9;

    /** What a white surface reflects of a key light of intensity 1. */
    private static final double LUMINANCE = 0.56;

    /** The key light that {@code light} describes. */
    public static KeyLight of(Light light) {
        Light.Key key = light.key();
        Rgb tint = blackBody(key.temperature()).scaled(LUMINANCE * key.intensity() * light.intensity());
        return new KeyLight(EnvironmentLight.direction(key.azimuth(), key.elevation()), tint, penumbra(key.size()));
    }

    private static double penumbra(double size) {
        return Math.max(SHARPEST, CASTER_DISTANCE * StrictMath.tan(StrictMath.toRadians(size / 2)));
    }

    /**
     * Colour of a black body of unit luminance, relative to a camera balanced for 6500 K. Chromaticity of the Planckian locus by the
     * cubic fits of Kang et al., Design of Advanced Color Temperature Control System for HDTV Applications, 2002 (1667 to 25000 K).
     */
    static Rgb blackBody(double kelvin) {
        double t = 1000 / Math.max(1667, kelvin);
        double x = kelvin < 4000
                ? -0.2661239 * t * t * t - 0.2343589 * t * t + 0.8776956 * t + 0.179910
                : -3.0258469 * t * t * t + 2.1070379 * t * t + 0.2226347 * t + 0.240390;
        double y;
        if (kelvin < 2222) {
            y = -1.1063814 * x * x * x - 1.34811020 * x * x + 2.18555832 * x - 0.20219683;
        } else if (kelvin < 4000) {
            y = -0.9549476 * x * x * x - 1.37418593 * x * x + 2.09137015 * x - 0.16748867;
        } else {
            y = 3.0817580 * x * x * x - 5.87338670 * x * x + 3.75112997 * x - 0.37001483;
        }
        double bigX = x / y;
        double bigZ = (1 - x - y) / y;
        Rgb color = new Rgb(
                Math.max(0, 3.2404542 * bigX - 1.5371385 - 0.4985314 * bigZ),
                Math.max(0, -0.9692660 * bigX + 1.8760108 + 0.0415560 * bigZ),
                Math.max(0, 0.0556434 * bigX - 0.2040259 + 1.0572252 * bigZ));
        return color.scaled(1 / color.luminance());
    }
}
