package io.limner.renderer.head.strand;

import io.limner.renderer.head.SkinRegions;
import io.limner.schema.scene.Hair;

/**
 * How one style of facial hair grows, by places on the head at rest, mm.
 *
 * @param strands the most there may be; 12,000 triangles at most
 * @param segments pieces of a strand
 * @param cheek length on cheeks and neck, mm
 * @param chin length at the chin, mm
 * @param lip length above the mouth, mm
 * @param width of a ribbon, mm; it stands for a few hairs
 */
record FacialCut(int strands, int segments, double cheek, double chin, double lip, double width) {
    /** Height of the jaw's edge against distance from the middle (|x|). */
    private static final double[][] JAW = {
        {0, -99}, {18, -97}, {33, -91}, {45, -80}, {54, -66}, {59, -53}, {63, -37}, {65, -20}, {70, 0}
    };

    /** The cut of {@code style}; null where nothing grows. */
    static FacialCut of(Hair.FacialStyle style) {
        return switch (style) {
            case NONE -> null;
            case STUBBLE -> new FacialCut(5900, 1, 2.2, 2.4, 2.2, 0.36);
            case MOUSTACHE -> new FacialCut(1500, 2, 0, 0, 9.5, 0.9);
            case GOATEE -> new FacialCut(2300, 2, 7, 13, 8, 0.9);
            case VAN_DYKE -> new FacialCut(2000, 2, 6, 22, 10, 0.9);
            case CHIN_STRAP -> new FacialCut(2600, 2, 5, 6, 5, 0.8);
            case SIDEBURNS -> new FacialCut(1800, 2, 8, 8, 8, 0.9);
            case SHORT_BEARD -> new FacialCut(2950, 2, 7, 10, 7, 1.2);
            case FULL_BEARD -> new FacialCut(2950, 2, 16, 30, 11, 1.7);
        };
    }

    /** How dense {@code style} grows at a place, 0 to 1; {@code x} is the distance from the middle. */
    static double density(Hair.FacialStyle style, double x, double y, double z) {
        return switch (style) {
            case NONE -> 0;
            case STUBBLE, SHORT_BEARD -> smooth(-122, -112, y);
            case FULL_BEARD -> smooth(-126, -116, y);
            case MOUSTACHE -> upper(x, y);
            case GOATEE -> Math.max(upper(x, y), Math.max(corner(x, y), chin(x, y, 24)));
            case VAN_DYKE -> Math.max(upper(x, y), chin(x, y, 15));
            case CHIN_STRAP -> strap(x, y, z);
            case SIDEBURNS -> smooth(50, 56, x) * smooth(-74, -66, y);
        };
    }

    /** Above the mouth, and a little down beside its corners. */
    private static double upper(double x, double y) {
        return smooth(31, 25, x) * smooth(-62, -57, y + 0.12 * Math.max(0, x - 16));
    }

    /** Beside the mouth, from moustache to chin. */
    private static double corner(double x, double y) {
        return smooth(18, 22, x) * smooth(33, 28, x) * smooth(-86, -78, y);
    }

    private static double chin(double x, double y, double half) {
        double patch = smooth(half + 3, half - 3, x) * smooth(-75, -80, y);
        double tuft = smooth(9, 5, x) * smooth(-70, -73, y);
        return Math.max(patch, tuft) * smooth(-114, -106, y);
    }

    private static double strap(double x, double y, double z) {
        double above = y - SkinRegions.along(JAW, x);
        double side = smooth(57, 61, x) * smooth(-75, -68, y);
        return Math.max(smooth(15, 10, above) * smooth(-14, -9, above), side) * smooth(-85, -70, z);
    }

    /** Length at a place, mm. */
    double length(double x, double y) {
        double below = smooth(-70, -92, y);
        double before = smooth(44, 12, x);
        double length = cheek + (chin - cheek) * below * before;
        return length + (lip - length) * smooth(-72, -62, y) * smooth(36, 28, x);
    }

    private static double smooth(double from, double to, double value) {
        return SkinRegions.smooth(from, to, value);
    }
}
