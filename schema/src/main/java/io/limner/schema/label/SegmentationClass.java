package io.limner.schema.label;

/** What a pixel shows. The codes are part of the dataset format and never change their meaning. */
public enum SegmentationClass {
    BACKGROUND(0),
    SKIN(1),
    NOSE(2),
    UPPER_LIP(3),
    LOWER_LIP(4),
    MOUTH_INTERIOR(5),
    TEETH(6),
    TONGUE(7),
    EYE_WHITE(8),
    IRIS(9),
    BROW(10),
    LASH(11),
    EAR(12),
    HAIR(13),
    NECK(14),
    CLOTHING(15);

    private final int code;

    SegmentationClass(int code) {
        this.code = code;
    }

    /** The value of a pixel of this class in a segmentation layer, 0 to 255. */
    public int code() {
        return code;
    }
}
