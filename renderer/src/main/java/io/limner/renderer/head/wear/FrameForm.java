package io.limner.renderer.head.wear;

import io.limner.schema.scene.Wear;

/**
 * What makes one form of glasses differ from another.
 *
 * @param size of the lenses
 * @param corner their outline
 * @param bar the rims
 * @param hinge where the temples begin, as an angle on the outline, radians
 */
record FrameForm(Size size, Corner corner, Bar bar, double hinge) {

    /**
     * @param least half the width of the smallest lens, mm
     * @param most of the largest
     * @param aspect height by width
     * @param drop how far the middle of the lenses lies below the eyes, mm
     */
    record Size(double least, double most, double aspect, double drop) {}

    /** See {@link io.limner.renderer.head.Lens}. */
    record Corner(double exponent, double taper, double lift) {}

    /**
     * @param rim half the thickness of the rims on the picture, mm; 0 without rims
     * @param depth half their thickness from front to back, mm
     * @param metal whether they are of wire
     */
    record Bar(double rim, double depth, boolean metal) {}

    static FrameForm of(Wear.Frame frame) {
        return switch (frame) {
            case NONE -> throw new IllegalArgumentException("no glasses have no form");
            case ROUND ->
                new FrameForm(new Size(20, 24, 0.96, 2), new Corner(2.15, 0, 0), new Bar(0.9, 0.9, true), 0.30);
            case RECTANGLE ->
                new FrameForm(new Size(23, 28, 0.62, 1), new Corner(4.2, 0.05, 0), new Bar(1.9, 1.7, false), 0.52);
            case AVIATOR ->
                new FrameForm(new Size(25, 30, 0.84, 6), new Corner(2.5, 0.14, 0), new Bar(0.8, 0.8, true), 0.62);
            case CAT_EYE ->
                new FrameForm(new Size(23, 28, 0.68, 1), new Corner(2.9, 0.08, 10), new Bar(2.1, 1.7, false), 0.55);
            case RIMLESS ->
                new FrameForm(new Size(22, 27, 0.66, 1), new Corner(3.2, 0.02, 0), new Bar(0, 0.6, true), 0.25);
        };
    }

    double least() {
        return size.least;
    }

    double most() {
        return size.most;
    }

    double aspect() {
        return size.aspect;
    }

    double drop() {
        return size.drop;
    }

    double exponent() {
        return corner.exponent;
    }

    double taper() {
        return corner.taper;
    }

    double lift() {
        return corner.lift;
    }

    double rim() {
        return bar.rim;
    }

    double depth() {
        return bar.depth;
    }

    boolean metal() {
        return bar.metal;
    }
}
