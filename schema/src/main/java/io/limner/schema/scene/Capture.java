package io.limner.schema.scene;

/**
 * What the sensor does to the picture. None of it moves a label: labels are those of the sharp, steady scene.
 *
 * @param exposure how much light it takes and how it balances colour
 * @param blur what makes the picture less than sharp
 * @param noise standard deviation of the sensor noise at mid grey, as a fraction of full scale, 0 to 0.1
 * @param seed chooses the noise; 0 to 2^31-1
 * @param jpegQuality quality of the JPEG that the camera stores, 1 to 100; 100 stores every pixel as it is
 */
public record Capture(Exposure exposure, Blur blur, double noise, long seed, int jpegQuality) {
    /** The quality that leaves pixels alone. */
    public static final int LOSSLESS = 100;

    public Capture {
        Range.checkPresent("capture.exposure", exposure);
        Range.checkPresent("capture.blur", blur);
        Range.check("capture.noise", noise, 0, 0.1);
        Range.checkSeed("capture.seed", seed);
        Range.check("capture.jpeg_quality", jpegQuality, 1, LOSSLESS);
    }

    /** A sharp and well-exposed picture without noise. */
    public static final Capture IDEAL = new Capture(new Exposure(0, 6500), new Blur(0, 0, 0), 0, 0, LOSSLESS);

    /**
     * How light becomes numbers.
     *
     * @param stops stops (EV) over or under a good exposure, -3 to 3
     * @param whiteBalance colour temperature of the light that comes out neutral, kelvin, 2500 to 12000
     */
    public record Exposure(double stops, double whiteBalance) {
        public Exposure {
            Range.check("capture.exposure", stops, -3, 3);
            Range.check("capture.white_balance", whiteBalance, 2500, 12000);
        }
    }

    /**
     * What makes the whole picture less than sharp.
     *
     * @param defocus diameter of the disc that a point becomes, fraction of the image's width, 0 to 0.05
     * @param motion length of the line that a point becomes, fraction of the image's width, 0 to 0.1
     * @param direction of that line, degrees from the horizontal, positive upwards to the right, -90 to 90
     */
    public record Blur(double defocus, double motion, double direction) {
        public Blur {
            Range.check("capture.defocus", defocus, 0, 0.05);
            Range.check("capture.motion_blur", motion, 0, 0.1);
            Range.check("capture.motion_direction", direction, -90, 90);
        }
    }
}
