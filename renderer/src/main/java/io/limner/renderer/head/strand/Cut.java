package io.limner.renderer.head.strand;

import io.limner.schema.scene.Hair;

/**
 * How one style grows.
 *
 * @param locks how many
 * @param segments pieces of a lock
 * @param length of locks
 * @param volume of the whole
 * @param lie how locks lie in it
 */
record Cut(int locks, int segments, Length length, Volume volume, Lie lie) {

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
     * How far the outermost locks stand off the scalp, mm.
     *
     * @param top on top of the head
     * @param side at the ears
     * @param nape at the neck
     * @param cap how much of it is filled: the surface that closes the gaps between locks lies there, 0 to 1; 0 for none
     */
    record Volume(double top, double side, double nape, double cap) {}

    /**
     * @param comb which way hair is combed
     * @param lift how steeply locks leave the skin, 0 lying to 1 upright
     * @param hold how well locks keep to their height over the scalp, 0 hanging freely to 1
     * @param fall how fast they bend down, 1/mm
     * @param width of a lock, mm
     */
    record Lie(Comb comb, double lift, double hold, double fall, double width) {}

    /** Which way hair is combed: away from the crown, to both sides of a parting, back from the forehead, or straight up. */
    enum Comb {
        CROWN,
        PARTED,
        BACK,
        UPRIGHT
    }

    /** The cut of {@code style}; null where nothing grows. */
    static Cut of(Hair.Style style) {
        return switch (style) {
            case BALD -> null;
            case BUZZ ->
                new Cut(
                        7000,
                        1,
                        new Length(4.2, 3.2, 2.8, 0.2),
                        new Volume(2.4, 2.0, 1.8, 0),
                        new Lie(Comb.CROWN, 0.45, 0, 0, 1.15));
            case CREW_CUT ->
                new Cut(
                        3600,
                        2,
                        new Length(18, 5, 3.5, 0.25),
                        new Volume(9, 2.2, 1.6, 0.30),
                        new Lie(Comb.CROWN, 0.60, 0.35, 0.006, 2.2));
            case SHORT ->
                new Cut(
                        2300,
                        3,
                        new Length(42, 17, 9, 0.25),
                        new Volume(17, 6, 3, 0.35),
                        new Lie(Comb.CROWN, 0.40, 0.75, 0.008, 3.6));
            case SIDE_PART ->
                new Cut(
                        1900,
                        5,
                        new Length(80, 20, 10, 0.15),
                        new Volume(21, 6, 3, 0.45),
                        new Lie(Comb.PARTED, 0.40, 0.80, 0.010, 4.2));
            case PIXIE ->
                new Cut(
                        1800,
                        5,
                        new Length(70, 46, 28, 0.22),
                        new Volume(18, 10, 5, 0.45),
                        new Lie(Comb.PARTED, 0.34, 0.75, 0.016, 4.2));
            case SLICKED_BACK ->
                new Cut(
                        1500,
                        6,
                        new Length(105, 62, 38, 0.12),
                        new Volume(9, 5, 3, 0.5),
                        new Lie(Comb.BACK, 0.16, 0.95, 0.004, 4.4));
            case CURLY ->
                new Cut(
                        1500,
                        10,
                        new Length(66, 48, 30, 0.25),
                        new Volume(34, 24, 10, 0.45),
                        new Lie(Comb.CROWN, 0.62, 0.55, 0.012, 4.2));
            case AFRO ->
                new Cut(
                        3000,
                        7,
                        new Length(30, 27, 20, 0.25),
                        new Volume(54, 46, 26, 0.62),
                        new Lie(Comb.UPRIGHT, 1, 0, 0, 2.6));
            case BOB ->
                new Cut(
                        1000,
                        9,
                        new Length(168, 118, 84, 0.08),
                        new Volume(15, 13, 8, 0.5),
                        new Lie(Comb.PARTED, 0.30, 0.55, 0.030, 7.5));
            case LONG ->
                new Cut(
                        950,
                        13,
                        new Length(350, 300, 270, 0.14),
                        new Volume(14, 14, 12, 0.5),
                        new Lie(Comb.PARTED, 0.30, 0.55, 0.030, 9));
        };
    }

    /** A value between those of {@code top}, {@code side} and {@code nape} at a place of the head at rest, mm. */
    static double over(double[] rest, double top, double side, double nape) {
        double up = smooth(30, 78, rest[1]);
        double low = smooth(-95, -135, rest[2]) * smooth(30, -25, rest[1]);
        double around = side + (nape - side) * low;
        return around + (top - around) * up;
    }

    private static double smooth(double from, double to, double value) {
        return io.limner.renderer.head.SkinRegions.smooth(from, to, value);
    }
}
