package io.limner.renderer.head.strand;

/**
 * How finely hair is made. Where a face is small in the picture, strands are fewer and wider: nobody could tell them apart there, and each
 * costs as much as in a large one.
 *
 * @param share of a style's strands that grow, up to 1
 * @param widening factor of their width
 */
record Detail(double share, double widening) {
    /** All strands, as they are. */
    static final Detail FULL = new Detail(1, 1);

    /** Millimetres that a pixel covers on the face, up to which all strands are made. */
    private static final double FINE = 1.7;

    private static final double FEW = 0.55;

    /** For a picture in which a pixel covers so many mm of the face. */
    static Detail of(double pixel) {
        if (pixel <= FINE) {
            return FULL;
        }
        return new Detail(FEW, StrictMath.pow(FEW, -0.75));
    }

    /** How many of {@code count} strands grow. */
    int of(int count) {
        return (int) Math.round(share * count);
    }
}
