package io.limner.renderer.golden;

/**
 * How far a picture may be from the approved one. Both limits hold: the mean catches a faint change everywhere, the maximum a strong
 * change in one place.
 *
 * @param maximum largest difference of any channel of any pixel, 0 to 255
 * @param mean mean difference of all channels of all pixels, 0 to 255
 */
public record Tolerance(int maximum, double mean) {
    /** Not one bit may differ: for masks and other codes. */
    public static final Tolerance EXACT = new Tolerance(0, 0);

    boolean allows(Difference difference) {
        return difference.maximum() <= maximum && difference.mean() <= mean;
    }
}
