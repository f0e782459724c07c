package io.limner.renderer.head.strand;

import io.limner.schema.scene.Hair;

/**
 * How one style grows.
 *
 * @param strands how many
 * @param segments pieces of a strand
 * @param length of strands
 * @param shape of a strand
 * @param width of a ribbon, mm; it stands for a lock of hairs
 */
record Cut(int strands, int segments, Length length, Shape shape, double width) {

    /**
     * Lengths in mm.
     *
     * @param top on top of the head
     * @param side at the ears
     * @param nape at the neck
     * @param spread relative difference between neighbours
     */
    record Length(double top, double side, double nape, double spread) {}

    /**
     * @param lift how far strands stand off at the root, 0 lying to 1 upright
     * @param fall how fast they bend down, 1/mm
     * @param curl radius of their curls, mm
     * @param turns curls along a strand
     * @param part distance of the parting from the middle towards the subject's left, mm; NaN for none: combed from the crown
     */
    record Shape(double lift, double fall, double curl, double turns, double part) {}

    /** The cut of {@code style}; null where nothing grows. */
    static Cut of(Hair.Style style) {
        return switch (style) {
            case BALD -> null;
            case BUZZ -> new Cut(7000, 1, new Length(3.5, 2.6, 2.2, 0.2), new Shape(0.55, 0, 0, 0, Double.NaN), 1.15);
            case SHORT ->
                new Cut(4200, 3, new Length(36, 13, 7, 0.25), new Shape(0.42, 0.010, 0.6, 0.6, Double.NaN), 1.7);
            case SIDE_PART -> new Cut(4200, 4, new Length(62, 17, 8, 0.15), new Shape(0.36, 0.016, 0.8, 0.5, 30), 1.8);
            case CURLY ->
                new Cut(3000, 8, new Length(58, 42, 22, 0.25), new Shape(0.75, 0.011, 4.6, 2.2, Double.NaN), 1.8);
            case AFRO ->
                new Cut(4200, 6, new Length(58, 46, 34, 0.12), new Shape(0.97, 0.001, 2.4, 3.0, Double.NaN), 1.6);
            case BOB -> new Cut(1900, 7, new Length(138, 96, 74, 0.06), new Shape(0.30, 0.030, 1.4, 0.8, 14), 3.0);
            case LONG -> new Cut(1500, 9, new Length(330, 290, 260, 0.10), new Shape(0.30, 0.030, 3.0, 1.3, 2), 3.6);
        };
    }
}
