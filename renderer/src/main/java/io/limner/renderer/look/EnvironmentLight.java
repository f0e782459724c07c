package io.limner.renderer.look;

import io.limner.schema.scene.Light;
import java.util.List;

/**
 * Light from everywhere: a vertical gradient and a few round lobes (spherical Gaussians, radiance = color * exp(sharpness * (cos -
 * 1))), so that diffuse and glossy reflection both have closed or cheap forms.
 *
 * @param up radiance overhead
 * @param level radiance at the horizon
 * @param down radiance from below
 * @param lobes at most six
 */
public record EnvironmentLight(Rgb up, Rgb level, Rgb down, List<Lobe> lobes) {
    /** How many lobes the shader sums. */
    public static final int MAX_LOBES = 6;
    /** What a white frontal face reflects of every environment at intensity 1. */
    private static final double FRONTAL_LUMINANCE = 0.56;

    private static final int DIRECTIONS = 640;

    /**
     * A round light.
     *
     * @param axis unit vector towards it, world frame, 3 values
     * @param sharpness larger is smaller; 1 / sharpness is about the squared radius in radians
     * @param color radiance at the axis
     */
    public record Lobe(double[] axis, double sharpness, Rgb color) {}

    /** The environment that {@code light} names, turned and scaled as it says. */
    public static EnvironmentLight of(Light light) {
        Light.Surroundings around = light.surroundings();
        EnvironmentLight base =
                named(around.environment()).tinted(light.temperature()).turned(around.rotation());
        return base.scaled(exposure(base.irradiance(), light.intensity()));
    }

    /**
     * The same for a panorama: irradiance as nine coefficients, and in the place of {@link #up()} the factor of each of its pixels; all else
     * is dark.
     */
    static Lit of(Light light, Panorama panorama) {
        Rgb tint = tint(light.temperature());
        Rgb[] harmonics = panorama.irradiance(light.surroundings().rotation());
        for (int k = 0; k < harmonics.length; k++) {
            harmonics[k] = harmonics[k].times(tint);
        }
        double exposure = exposure(harmonics, light.intensity());
        for (int k = 0; k < harmonics.length; k++) {
            harmonics[k] = harmonics[k].scaled(exposure);
        }
        Rgb dark = Rgb.grey(0);
        return new Lit(harmonics, new EnvironmentLight(tint.scaled(exposure), dark, dark, List.of()));
    }

    /**
     * What lights a subject from all around.
     *
     * @param irradiance nine coefficients, as {@link #irradiance()} has them
     * @param mirrored what surfaces mirror
     */
    public record Lit(Rgb[] irradiance, EnvironmentLight mirrored) {
        /** The light that {@code light} describes, by a panorama of the user's if {@code setting} has one. */
        public static Lit of(Light light, Setting setting) {
            if (setting.panorama() != null) {
                return EnvironmentLight.of(light, setting.panorama());
            }
            EnvironmentLight environment = EnvironmentLight.of(light);
            return new Lit(environment.irradiance(), environment);
        }
    }

    /** The scale by which light with that irradiance exposes a face well. */
    private static double exposure(Rgb[] harmonics, double intensity) {
        double front = 0;
        for (double x : new double[] {-0.6, 0, 0.6}) {
            front += at(harmonics, x, 0.1, StrictMath.sqrt(0.99 - x * x)).luminance() / 3;
        }
        // Environments keep some of their own brightness: a back-lit face is darker than a front-lit one.
        double everywhere = harmonics[0].luminance();
        double reference = 0.7 * front + 0.3 * everywhere;
        return FRONTAL_LUMINANCE * intensity / reference;
    }

    private static EnvironmentLight named(Light.Environment environment) {
        return switch (environment) {
            case STUDIO ->
                environment(
                        Rgb.grey(0.28),
                        Rgb.grey(0.22),
                        Rgb.grey(0.12),
                        lobe(-35, 35, 9, Rgb.grey(4.2)),
                        lobe(50, 15, 6, Rgb.grey(1.5)),
                        lobe(150, 40, 22, Rgb.grey(4)),
                        lobe(-150, 35, 22, Rgb.grey(3)));
            case OFFICE ->
                environment(
                        new Rgb(0.75, 0.78, 0.74),
                        new Rgb(0.42, 0.40, 0.37),
                        new Rgb(0.20, 0.18, 0.15),
                        lobe(-20, 62, 26, new Rgb(4.5, 4.8, 4.6)),
                        lobe(35, 55, 26, new Rgb(4.5, 4.8, 4.6)),
                        lobe(100, 10, 7, new Rgb(1.6, 1.8, 2.1)),
                        lobe(180, 60, 22, new Rgb(3, 3.2, 3)));
            case OVERCAST ->
                environment(
                        new Rgb(1.15, 1.2, 1.28),
                        new Rgb(0.68, 0.71, 0.76),
                        new Rgb(0.20, 0.19, 0.17),
                        lobe(20, 65, 2, Rgb.grey(0.35)));
            case NOON ->
                environment(
                        new Rgb(0.30, 0.48, 0.95),
                        new Rgb(0.75, 0.84, 0.98),
                        new Rgb(0.36, 0.32, 0.26),
                        lobe(-30, 58, 60, new Rgb(22, 20, 17)),
                        lobe(120, 5, 3, new Rgb(0.35, 0.34, 0.3)));
            case SUNSET ->
                environment(
                        new Rgb(0.22, 0.27, 0.46),
                        new Rgb(0.78, 0.46, 0.33),
                        new Rgb(0.16, 0.12, 0.11),
                        lobe(-55, 8, 24, new Rgb(9.5, 4.9, 2.2)),
                        lobe(-55, 10, 2.5, new Rgb(1.1, 0.55, 0.3)));
            case WINDOW ->
                environment(
                        new Rgb(0.13, 0.12, 0.11),
                        new Rgb(0.16, 0.14, 0.12),
                        new Rgb(0.10, 0.08, 0.07),
                        lobe(-70, 15, 8, new Rgb(3.9, 4.2, 4.7)),
                        lobe(-62, -6, 9, new Rgb(1.6, 1.7, 1.9)),
                        lobe(90, 5, 2, new Rgb(0.22, 0.19, 0.16)));
            case NIGHT ->
                environment(
                        new Rgb(0.03, 0.04, 0.07),
                        new Rgb(0.10, 0.09, 0.10),
                        new Rgb(0.07, 0.06, 0.05),
                        lobe(-40, 30, 18, new Rgb(3.6, 2.5, 1.5)),
                        lobe(70, 5, 9, new Rgb(0.5, 0.9, 1.5)),
                        lobe(25, 12, 10, new Rgb(1.2, 1.0, 0.8)),
                        lobe(165, 20, 22, new Rgb(2.4, 0.8, 1.4)),
                        lobe(-120, 10, 14, new Rgb(0.6, 1.1, 1.2)));
            case NIGHT_STREET ->
                environment(
                        new Rgb(0.020, 0.024, 0.045),
                        new Rgb(0.075, 0.062, 0.058),
                        new Rgb(0.050, 0.042, 0.034),
                        lobe(-30, 58, 30, new Rgb(6.5, 3.9, 1.6)),
                        lobe(130, 50, 30, new Rgb(5.0, 3.0, 1.2)),
                        lobe(62, 4, 6, new Rgb(0.75, 0.85, 1.0)),
                        lobe(8, -4, 60, new Rgb(2.4, 2.3, 2.1)),
                        lobe(-110, 6, 12, new Rgb(0.9, 0.30, 0.22)));
            case CAR_INTERIOR ->
                environment(
                        new Rgb(0.05, 0.05, 0.05),
                        new Rgb(0.14, 0.14, 0.145),
                        new Rgb(0.05, 0.045, 0.04),
                        lobe(-22, 20, 7, new Rgb(1.7, 1.85, 2.05)),
                        lobe(32, 18, 8, new Rgb(1.3, 1.45, 1.65)),
                        lobe(88, 10, 9, new Rgb(3.6, 3.8, 4.1)),
                        lobe(-95, 8, 12, new Rgb(1.5, 1.6, 1.7)),
                        lobe(180, 15, 10, new Rgb(0.9, 0.95, 1.0)));
            case BACK_LIT ->
                environment(
                        new Rgb(0.34, 0.38, 0.46),
                        new Rgb(0.36, 0.36, 0.37),
                        new Rgb(0.20, 0.18, 0.16),
                        lobe(165, 28, 10, new Rgb(9.5, 8.8, 7.6)),
                        lobe(-150, 12, 5, new Rgb(3.2, 3.2, 3.2)),
                        lobe(0, 10, 2, new Rgb(0.25, 0.25, 0.25)));
            case CLUB ->
                environment(
                        new Rgb(0.020, 0.014, 0.040),
                        new Rgb(0.075, 0.040, 0.105),
                        new Rgb(0.025, 0.018, 0.030),
                        lobe(-48, 28, 9, new Rgb(3.4, 0.45, 2.2)),
                        lobe(55, 22, 9, new Rgb(0.30, 1.35, 3.0)),
                        lobe(5, 60, 16, new Rgb(1.7, 1.2, 1.6)),
                        lobe(160, 25, 10, new Rgb(1.9, 0.4, 3.4)),
                        lobe(-140, 15, 14, new Rgb(0.4, 2.6, 1.1)));
            case NIR_ILLUMINATOR ->
                environment(
                        Rgb.grey(0.02),
                        Rgb.grey(0.035),
                        Rgb.grey(0.02),
                        lobe(0, 6, 28, Rgb.grey(6)),
                        lobe(0, 6, 3, Rgb.grey(0.25)));
            case CANDLE ->
                environment(
                        new Rgb(0.022, 0.016, 0.012),
                        new Rgb(0.050, 0.033, 0.021),
                        new Rgb(0.040, 0.022, 0.012),
                        lobe(14, -16, 14, new Rgb(4.3, 2.4, 1.05)),
                        lobe(14, -8, 2.2, new Rgb(0.34, 0.21, 0.11)),
                        lobe(-120, 10, 3, new Rgb(0.10, 0.06, 0.035)));
            case USER -> throw new IllegalArgumentException("A scene lit by the user's environment came without it");
        };
    }

    private static EnvironmentLight environment(Rgb up, Rgb level, Rgb down, Lobe... lobes) {
        return new EnvironmentLight(up, level, down, List.of(lobes));
    }

    private static Lobe lobe(double azimuth, double elevation, double sharpness, Rgb color) {
        return new Lobe(direction(azimuth, elevation), sharpness, color);
    }

    /**
     * The unit vector at {@code azimuth} degrees from +z (in front of the subject) towards +x (the subject's left) and {@code
     * elevation} degrees above the horizon.
     */
    public static double[] direction(double azimuth, double elevation) {
        double a = StrictMath.toRadians(azimuth);
        double e = StrictMath.toRadians(elevation);
        return new double[] {
            StrictMath.cos(e) * StrictMath.sin(a), StrictMath.sin(e), StrictMath.cos(e) * StrictMath.cos(a)
        };
    }

    private EnvironmentLight turned(double degrees) {
        double c = StrictMath.cos(StrictMath.toRadians(degrees));
        double s = StrictMath.sin(StrictMath.toRadians(degrees));
        List<Lobe> moved = lobes.stream()
                .map(l -> new Lobe(
                        new double[] {c * l.axis[0] + s * l.axis[2], l.axis[1], c * l.axis[2] - s * l.axis[0]},
                        l.sharpness,
                        l.color))
                .toList();
        return new EnvironmentLight(up, level, down, moved);
    }

    private EnvironmentLight tinted(double kelvin) {
        Rgb tint = tint(kelvin);
        List<Lobe> colored = lobes.stream()
                .map(l -> new Lobe(l.axis, l.sharpness, l.color.times(tint)))
                .toList();
        return new EnvironmentLight(up.times(tint), level.times(tint), down.times(tint), colored);
    }

    /** The colour of unit luminance that white takes under light of that temperature. */
    private static Rgb tint(double kelvin) {
        Rgb gains = WhiteBalance.gains(kelvin);
        Rgb raw = new Rgb(1 / gains.r(), 1 / gains.g(), 1 / gains.b());
        return raw.scaled(1 / raw.luminance());
    }

    private EnvironmentLight scaled(double k) {
        List<Lobe> brighter = lobes.stream()
                .map(l -> new Lobe(l.axis, l.sharpness, l.color.scaled(k)))
                .toList();
        return new EnvironmentLight(up.scaled(k), level.scaled(k), down.scaled(k), brighter);
    }

    /** Radiance from the unit direction (x, y, z). */
    Rgb radiance(double x, double y, double z) {
        double t = Math.abs(y);
        Rgb sum = level.mixed(y > 0 ? up : down, t * t * (3 - 2 * t));
        for (Lobe lobe : lobes) {
            double cos = x * lobe.axis[0] + y * lobe.axis[1] + z * lobe.axis[2];
            sum = sum.plus(lobe.color.scaled(StrictMath.exp(lobe.sharpness * (cos - 1))));
        }
        return sum;
    }

    /**
     * Reflected radiance of a white diffuse surface as nine coefficients over (1, y, z, x, xy, yz, 3z^2-1, xz, x^2-y^2) of its normal.
     * Source: Ramamoorthi and Hanrahan, An Efficient Representation for Irradiance Environment Maps, 2001.
     */
    public Rgb[] irradiance() {
        Harmonics sum = new Harmonics();
        double golden = StrictMath.PI * (3 - StrictMath.sqrt(5));
        for (int i = 0; i < DIRECTIONS; i++) {
            double y = 1 - (2 * i + 1.0) / DIRECTIONS;
            double ring = StrictMath.sqrt(1 - y * y);
            double x = ring * StrictMath.cos(golden * i);
            double z = ring * StrictMath.sin(golden * i);
            sum.add(x, y, z, radiance(x, y, z));
        }
        return sum.irradiance(4 * StrictMath.PI / DIRECTIONS);
    }

    /** Sums radiance from many directions. */
    static final class Harmonics {
        private static final double[] NORM = {
            0.282095, 0.488603, 0.488603, 0.488603, 1.092548, 1.092548, 0.315392, 1.092548, 0.546274
        };
        /** Cosine lobe over pi: 1, 2/3, 1/4 for bands 0, 1, 2. */
        private static final double[] BAND = {1, 2 / 3.0, 2 / 3.0, 2 / 3.0, 0.25, 0.25, 0.25, 0.25, 0.25};

        private final double[][] sum = new double[9][3];

        /** Adds radiance from the unit direction (x, y, z). */
        void add(double x, double y, double z, Rgb radiance) {
            double[] basis = basis(x, y, z);
            for (int k = 0; k < 9; k++) {
                sum[k][0] += radiance.r() * basis[k];
                sum[k][1] += radiance.g() * basis[k];
                sum[k][2] += radiance.b() * basis[k];
            }
        }

        /** The coefficients, if each direction stood for that solid angle. */
        Rgb[] irradiance(double solidAngle) {
            Rgb[] result = new Rgb[9];
            for (int k = 0; k < 9; k++) {
                double weight = solidAngle * NORM[k] * NORM[k] * BAND[k];
                result[k] = new Rgb(sum[k][0], sum[k][1], sum[k][2]).scaled(weight);
            }
            return result;
        }
    }

    private static double[] basis(double x, double y, double z) {
        return new double[] {1, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y};
    }

    private static Rgb at(Rgb[] harmonics, double x, double y, double z) {
        double[] basis = basis(x, y, z);
        Rgb sum = new Rgb(0, 0, 0);
        for (int k = 0; k < 9; k++) {
            sum = sum.plus(harmonics[k].scaled(basis[k]));
        }
        return sum;
    }
}
