package io.limner.schema.label;

/** Why a landmark is not seen. The codes are part of the dataset format and never change their meaning. */
public enum HiddenBy {
    /** It is seen. */
    NOTHING(0),
    /** By the head, the neck or the body itself. */
    SELF(1),
    /** By hair of the scalp or the face. */
    HAIR(2),
    /** By what is worn, clothes included. */
    WEAR(3),
    /** By a thing held before the face. */
    OCCLUDER(4),
    /** It lies outside the image. */
    OUTSIDE(5);

    private final int code;

    HiddenBy(int code) {
        this.code = code;
    }

    /** The value in a dataset. */
    public int code() {
        return code;
    }

    /** What hides a landmark that a surface of that class is before. */
    public static HiddenBy of(SegmentationClass cover) {
        return switch (cover) {
            case BACKGROUND -> NOTHING;
            case HAIR, FACIAL_HAIR, BROW, LASH -> HAIR;
            case GLASSES, HEADWEAR, MASK, HEADPHONES, SCARF, CLOTHING -> WEAR;
            case OCCLUDER -> OCCLUDER;
            default -> SELF;
        };
    }
}
