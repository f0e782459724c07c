package io.limner.renderer.image;

/** Depth as it is stored: unsigned 16-bit steps of 0.1 mm, 0 where there is no surface. */
public final class DepthSteps {
    /** The farthest depth that can be stored; what lies behind it is stored as this. */
    public static final float FARTHEST = 6553.5f;

    private static final float STEPS_PER_MM = 10f;
    private static final int LARGEST = 0xffff;

    private DepthSteps() {}

    /**
     * Millimetres to steps, rounded to the nearest.
     *
     * @param depth mm, 0 where there is no surface
     * @return unsigned 16-bit values; a surface is never stored as 0
     * @throws IllegalArgumentException if a depth is negative or not a number
     */
    public static short[] of(float[] depth) {
        short[] steps = new short[depth.length];
        for (int i = 0; i < depth.length; i++) {
            float value = depth[i];
            if (!(value >= 0)) {
                throw new IllegalArgumentException(
                        "depth of pixel " + i + " is " + value + " mm; it must be 0 or more");
            }
            if (value > 0) {
                // Rounded as Math.round does, which takes longer: twice the bits leave room for an exact half more.
                double half = value * STEPS_PER_MM + 0.5;
                steps[i] = (short) Math.max(1, Math.min(LARGEST, (int) half));
            }
        }
        return steps;
    }

    /** Steps to millimetres. */
    public static float[] toMillimetres(short[] steps) {
        float[] depth = new float[steps.length];
        for (int i = 0; i < steps.length; i++) {
            depth[i] = (steps[i] & LARGEST) / STEPS_PER_MM;
        }
        return depth;
    }
}
