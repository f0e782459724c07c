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
     * @param comb which way it is combed
     * @param part distance of a parting from the middle towards the subject's left, mm
     */
    record Shape(double lift, double fall, double curl, double turns, Comb comb, double part) {}

    /** Which way hair is combed: away from the crown, to both sides of a parting, or back from the forehead. */
    enum Comb {
        CROWN,
        PARTED,
        BACK
    }

    /** The cut of {@code style}; null where nothing grows. */
    static Cut of(Hair.Style style) {
        return switch (style) {
            case BALD -> null;
            case BUZZ ->
                new Cut(7000, 1, new Length(3.5, 2.6, 2.2, 0.2), new Shape(0.55, 0, 0, 0, Comb.CROWN, 0), 1.15);
            case SHORT ->
                new Cut(4200, 3, new Length(36, 13, 7, 0.25), new Shape(0.42, 0.010, 0.6, 0.6, Comb.CROWN, 0), 1.7);
            case SIDE_PART ->
                new Cut(4200, 4, new Length(62, 17, 8, 0.15), new Shape(0.36, 0.016, 0.8, 0.5, Comb.PARTED, 30), 1.8);
            case CURLY ->
                new Cut(3000, 8, new Length(58, 42, 22, 0.25), new Shape(0.75, 0.011, 4.6, 2.2, Comb.CROWN, 0), 1.8);
            case AFRO ->
                new Cut(4200, 6, new Length(58, 46, 34, 0.12), new Shape(0.97, 0.001, 2.4, 3.0, Comb.CROWN, 0), 1.6);
            case BOB ->
                new Cut(1900, 7, new Length(138, 96, 74, 0.06), new Shape(0.30, 0.030, 1.4, 0.8, Comb.PARTED, 14), 3.0);
            case LONG ->
                new Cut(
                        1500,
                        9,
                        new Length(330, 290, 260, 0.10),
                        new Shape(0.30, 0.030, 3.0, 1.3, Comb.PARTED, 2),
                        3.6);
            case CREW_CUT ->
                new Cut(6500, 2, new Length(17, 4, 3, 0.2), new Shape(0.62, 0.008, 0.3, 0.3, Comb.CROWN, 0), 1.1);
            case PIXIE ->
                new Cut(3900, 4, new Length(64, 40, 22, 0.2), new Shape(0.28, 0.020, 1.0, 0.6, Comb.PARTED, 24), 1.9);
            case SLICKED_BACK ->
                new Cut(3400, 5, new Length(88, 52, 34, 0.1), new Shape(0.16, 0.006, 0.5, 0.4, Comb.BACK, 0), 2.0);
        };
    }
}
