package io.limner.renderer.label;

import io.limner.schema.label.HiddenBy;
import io.limner.schema.label.SegmentationClass;

/** What a landmark lies on, and how far a surface must be before it, along the optical axis, to hide it. */
enum Ground {
    /** Skin of the face and of the ears. */
    SKIN,
    /** The lips. Closed, they bulge in front of the line between them. */
    MOUTH,
    /** An eyeball, which the lids touch. */
    EYE;

    /** A point of the skin a little beyond the edge that the picture shows of it counts as on the edge, mm. */
    private static final double EDGE = 2.5;

    /** How far brows stand out and lashes reach, mm: an annotator looks through them. */
    private static final double LASHES = 12;

    private static final double LIPS = 6;

    /** Lids are nearer to the eyeball than {@link #EDGE}, mm. */
    private static final double LIDS = 0.3;

    private final double[] allowances = new double[256];

    static {
        for (Ground ground : values()) {
            for (SegmentationClass cover : SegmentationClass.values()) {
                ground.allowances[cover.code()] = ground.allowance(cover);
            }
        }
    }

    /** A surface of class code {@code cover} hides the landmark if it is nearer by more than this, mm. */
    double allowance(int cover) {
        return allowances[cover];
    }

    private double allowance(SegmentationClass cover) {
        return switch (cover) {
            case BROW, LASH -> LASHES;
            case UPPER_LIP, LOWER_LIP -> this == MOUTH ? LIPS : this == EYE ? LIDS : EDGE;
            case EYE_WHITE, IRIS, CLOTHING -> EDGE;
            default -> apart(cover) ? 0 : this == EYE ? LIDS : EDGE;
        };
    }

    /** What is no part of the head hides a landmark even where it touches it. */
    private static boolean apart(SegmentationClass cover) {
        HiddenBy by = HiddenBy.of(cover);
        return by == HiddenBy.WEAR || by == HiddenBy.OCCLUDER;
    }
}
