package io.limner.schema.scene;

/**
 * What the sensor does to the picture.
 *
 * @param exposure stops (EV) over or under a good exposure, -3 to 3
 * @param noise standard deviation of the sensor noise at mid grey, as a fraction of full scale, 0 to 0.1
 * @param seed chooses the noise; 0 to 2^31-1
 */
public record Capture(double exposure, double noise, long seed) {
    public Capture {
        Range.check("capture.exposure", exposure, -3, 3);
        Range.check("capture.noise", noise, 0, 0.1);
        Range.checkSeed("capture.seed", seed);
    }
}
