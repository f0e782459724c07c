package io.limner.renderer.head.strand;

/**
 * How finely hair is made. Where a face is small in the picture, strands are fewer and wider: nobody could tell them apart there, and each
 * costs as much as in a large one. Brows and beards keep all of theirs for longer, since faces are found by them.
 *
 * @param locks of the scalp
 * @param hairs of brows and beards
 */
record Detail(Part locks, Part hairs) {
    /** Millimetres that a pixel covers on the face, up to which all strands are made. */
    private static final double FINE = 0.6;

    /** Those up to which brows and beards are whole. */
    private static final double MIDDLE = 1.7;

    /**
     * How finely some of the hair is made.
     *
     * @param share of a style's strands that grow, up to 1
     * @param widening factor of their width
     */
    record Part(double share, double widening) {
        private static final Part FULL = new Part(1, 1);
        private static final Part FEW = new Part(0.6, StrictMath.pow(0.6, -0.75));

        /** How many of {@code count} strands grow. */
        int of(int count) {
            return (int) Math.round(share * count);
        }
    }

    /** For a picture in which a pixel covers so many mm of the face. */
    static Detail of(double pixel) {
        return new Detail(pixel > FINE ? Part.FEW : Part.FULL, pixel > MIDDLE ? Part.FEW : Part.FULL);
    }
}
