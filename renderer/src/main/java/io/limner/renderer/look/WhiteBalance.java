package io.limner.renderer.look;

/** How a camera is balanced for the colour of the light. */
public final class WhiteBalance {
    private WhiteBalance() {}

    /**
     * Gains of the channels that turn a black body of that temperature neutral, in linear sRGB; those for 6500 K leave all as it is.
     * Luminance of what is neutral stays.
     *
     * @param kelvin 2500 to 12000
     */
    public static Rgb gains(double kelvin) {
        Rgb white = KeyLight.blackBody(6500);
        Rgb light = KeyLight.blackBody(kelvin);
        Rgb gains = new Rgb(white.r() / light.r(), white.g() / light.g(), white.b() / light.b());
        return gains.scaled(1 / gains.luminance());
    }
}
