package io.limner.renderer.golden;

/**
 * How two pictures of one size differ.
 *
 * @param maximum largest difference of any channel of any pixel
 * @param mean mean difference of all channels of all pixels
 * @param differing how many channel values differ at all
 * @param firstDiffering index of the first of them, -1 if none
 */
record Difference(int maximum, double mean, int differing, int firstDiffering) {

    static Difference of(byte[] expected, byte[] actual) {
        int maximum = 0;
        long sum = 0;
        int differing = 0;
        int first = -1;
        for (int i = 0; i < expected.length; i++) {
            int difference = Math.abs((expected[i] & 0xff) - (actual[i] & 0xff));
            if (difference != 0) {
                first = differing == 0 ? i : first;
                differing++;
                sum += difference;
                maximum = Math.max(maximum, difference);
            }
        }
        return new Difference(maximum, (double) sum / expected.length, differing, first);
    }

    /** The differences themselves, each {@code gain} times as strong so that eyes can see them. */
    static byte[] picture(byte[] expected, byte[] actual, int gain) {
        byte[] picture = new byte[expected.length];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) Math.min(255, gain * Math.abs((expected[i] & 0xff) - (actual[i] & 0xff)));
        }
        return picture;
    }
}
