package io.limner.renderer.look;

/** A colour or radiance in linear sRGB primaries. */
public record Rgb(double r, double g, double b) {

    /** A colour of equal channels. */
    public static Rgb grey(double value) {
        return new Rgb(value, value, value);
    }

    /** The linear colour of an sRGB code such as {@code 0xf6ede4}. */
    public static Rgb ofSrgb(int code) {
        return new Rgb(
                linear((code >> 16 & 255) / 255.0), linear((code >> 8 & 255) / 255.0), linear((code & 255) / 255.0));
    }

    /** The linear colour of hue (degrees), saturation and value (0 to 1, sRGB-coded). */
    public static Rgb ofHsv(double hue, double saturation, double value) {
        double[] coded = new double[3];
        for (int i = 0; i < 3; i++) {
            double k = (hue / 60.0 + new double[] {5, 3, 1}[i]) % 6.0;
            coded[i] = value * (1 - saturation * Math.max(0, Math.min(Math.min(k, 4 - k), 1)));
        }
        return new Rgb(linear(coded[0]), linear(coded[1]), linear(coded[2]));
    }

    /** The sRGB curve, undone; 0 to 1. */
    private static double linear(double c) {
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }

    public Rgb scaled(double factor) {
        return new Rgb(r * factor, g * factor, b * factor);
    }

    public Rgb times(Rgb other) {
        return new Rgb(r * other.r, g * other.g, b * other.b);
    }

    public Rgb plus(Rgb other) {
        return new Rgb(r + other.r, g + other.g, b + other.b);
    }

    /** This for {@code t} = 0, {@code other} for 1. */
    public Rgb mixed(Rgb other, double t) {
        return scaled(1 - t).plus(other.scaled(t));
    }

    /** Relative luminance (Rec. 709 weights). */
    public double luminance() {
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
}
