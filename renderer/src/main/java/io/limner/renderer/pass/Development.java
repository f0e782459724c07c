package io.limner.renderer.pass;

import io.limner.renderer.look.Rgb;
import io.limner.renderer.look.WhiteBalance;
import io.limner.schema.scene.Camera;
import io.limner.schema.scene.Capture;
import io.limner.schema.scene.Scene;

/**
 * What a sensor makes of light.
 *
 * @param exposure factor of linear colour
 * @param gains of the white balance, red, green, blue
 * @param noise standard deviation at mid grey, in linear colour
 * @param seed of the noise, exact in single precision
 * @param monochrome whether red alone is seen, as all of it
 */
record Development(double exposure, Rgb gains, double noise, int seed, boolean monochrome) {

    static Development of(Scene scene) {
        Capture capture = scene.capture();
        return new Development(
                StrictMath.pow(2, capture.exposure().stops()),
                WhiteBalance.gains(capture.exposure().whiteBalance()),
                capture.noise(),
                // Shaders count noise in 32-bit integers; the seed is folded into what a float holds exactly.
                (int) (capture.seed() % 1_000_003),
                scene.camera().spectrum() == Camera.Spectrum.NEAR_INFRARED);
    }
}
