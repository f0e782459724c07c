package io.limner.renderer.label;

import io.limner.renderer.frame.Frame;
import io.limner.schema.label.HiddenBy;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Labels.Points;
import java.util.function.IntPredicate;

/**
 * Decides which landmarks are hidden, from the depth at the four pixel centres around each landmark.
 *
 * <p>A centre is <i>open</i> if nothing is drawn there or what is drawn is not nearer than the landmark by more than an allowance.
 * The landmark is visible if one of the four is open. Why four: a landmark on a slope lies between them, so the farthest of them
 * is at least as far as the landmark, however steep the slope; a landmark on a silhouette has one of them off the surface; and a
 * landmark that something covers has all four on the cover, unless it is within a pixel of the cover's edge, where either answer
 * will do.
 *
 * <p>Allowances: what is worn or held hides what it touches; brows and lashes stand out from the skin that their landmarks are on, and an annotator looks through them; closed
 * lips bulge in front of the inner lip line. Hair has gaps between its strands: under hair, two centres of the four must be open.
 */
final class LandmarkVisibility {
    private static final byte OUTSIDE = 0;
    private static final byte HIDDEN = 1;
    private static final byte VISIBLE = 2;

    private static final HiddenBy[] BY_CODE = new HiddenBy[256];

    /** What is no part of the head hides a landmark even where it touches it. */
    private static final boolean[] APART = new boolean[256];

    static {
        for (SegmentationClass cover : SegmentationClass.values()) {
            BY_CODE[cover.code()] = HiddenBy.of(cover);
            boolean apart = BY_CODE[cover.code()] == HiddenBy.WEAR || BY_CODE[cover.code()] == HiddenBy.OCCLUDER;
            APART[cover.code()] = apart && cover != SegmentationClass.CLOTHING;
        }
    }

    /** Covers differences between the mesh that is drawn and the surface that landmarks are taken from, mm. */
    private static final double ALLOWANCE = 2.5;

    /** In a small picture the four centres are far apart and miss a crease: the allowance grows with a pixel's size. */
    private static final double ALLOWANCE_IN_PIXELS = 1.5;

    /** How far lashes reach out, mm. */
    private static final double ALLOWANCE_FOR_LASHES = 12;

    /** How far closed lips bulge in front of the line between them, mm. */
    private static final double ALLOWANCE_FOR_LIPS = 6;

    private final Frame frame;
    private final double focalLength;

    /** @param focalLength pixels */
    LandmarkVisibility(Frame frame, double focalLength) {
        this.frame = frame;
        this.focalLength = focalLength;
    }

    /**
     * What the picture shows of landmarks.
     *
     * @param mouth whether a landmark is one of the mouth, before which closed lips bulge
     */
    Points of(ProjectedLandmarks landmarks, IntPredicate mouth) {
        byte[] visibility = new byte[landmarks.count()];
        byte[] hiddenBy = new byte[visibility.length];
        for (int i = 0; i < visibility.length; i++) {
            double x = landmarks.pixels()[2 * i];
            double y = landmarks.pixels()[2 * i + 1];
            HiddenBy cover = HiddenBy.OUTSIDE;
            if (x >= 0 && y >= 0 && x < frame.size().width() && y < frame.size().height()) {
                cover = cover(mouth.test(i), x, y, landmarks.depth()[i]);
            }
            hiddenBy[i] = (byte) cover.code();
            visibility[i] = cover == HiddenBy.NOTHING ? VISIBLE : cover == HiddenBy.OUTSIDE ? OUTSIDE : HIDDEN;
        }
        return new Points(landmarks.pixelsAsFloats(), landmarks.worldAsFloats(), visibility, hiddenBy);
    }

    private HiddenBy cover(boolean mouth, double x, double y, double depth) {
        // The centre of pixel (column, row) is at (column + 0.5, row + 0.5).
        int left = (int) StrictMath.floor(x - 0.5);
        int top = (int) StrictMath.floor(y - 0.5);
        int open = 0;
        boolean underHair = false;
        HiddenBy nearest = HiddenBy.NOTHING;
        float least = Float.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            int column = clamp(left + (corner & 1), frame.size().width());
            int row = clamp(top + (corner >> 1), frame.size().height());
            int pixel = row * frame.size().width() + column;
            float drawn = frame.depth()[pixel];
            int kind = frame.classes()[pixel];
            if (drawn == 0 || drawn >= depth - allowance(mouth, kind, depth)) {
                open++;
            } else {
                underHair |= kind == SegmentationClass.HAIR.code() || kind == SegmentationClass.FACIAL_HAIR.code();
                if (drawn < least) {
                    least = drawn;
                    nearest = BY_CODE[kind];
                }
            }
        }
        return open >= (underHair ? 2 : 1) ? HiddenBy.NOTHING : nearest;
    }

    private double allowance(boolean mouth, int cover, double depth) {
        double inPixels = ALLOWANCE_IN_PIXELS * depth / focalLength;
        if (APART[cover]) {
            return -inPixels;
        }
        double allowance = StrictMath.max(ALLOWANCE, inPixels);
        if (cover == SegmentationClass.BROW.code() || cover == SegmentationClass.LASH.code()) {
            return StrictMath.max(allowance, ALLOWANCE_FOR_LASHES);
        }
        boolean lips = cover == SegmentationClass.UPPER_LIP.code() || cover == SegmentationClass.LOWER_LIP.code();
        if (lips && mouth) {
            return StrictMath.max(allowance, ALLOWANCE_FOR_LIPS);
        }
        return allowance;
    }

    private static int clamp(int index, int length) {
        return StrictMath.max(0, StrictMath.min(length - 1, index));
    }
}
