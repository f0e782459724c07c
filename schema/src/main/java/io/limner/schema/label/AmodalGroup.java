package io.limner.schema.label;

/** What a ray can meet, as the bits of the amodal layer tell it. The bits are part of the dataset format and never change their meaning. */
public enum AmodalGroup {
    /** Skin of face, scalp, nose and ears, and the lips. */
    SKIN(0),
    /** Eyeballs and what is inside the mouth, behind lids and lips as well. */
    INSIDE(1),
    /** Skin of neck and shoulders. */
    NECK(2),
    /** Clothes. */
    CLOTHING(3),
    /** Scalp hair, brows and lashes. */
    HAIR(4),
    /** Beard, moustache, sideburns. */
    FACIAL_HAIR(5),
    /** Glasses, headwear, mask, headphones, scarf. */
    WEAR(6),
    /** A thing held before the face. */
    OCCLUDER(7);

    private final int position;

    AmodalGroup(int position) {
        this.position = position;
    }

    /** Its bit's value: 1, 2, 4, .. 128. */
    public int bit() {
        return 1 << position;
    }

    /** The bit of what a class belongs to; 0 for the background. */
    public static int bit(SegmentationClass kind) {
        return switch (kind) {
            case BACKGROUND -> 0;
            case EYE_WHITE, IRIS, MOUTH_INTERIOR, TEETH, TONGUE -> INSIDE.bit();
            case NECK -> NECK.bit();
            case CLOTHING -> CLOTHING.bit();
            case HAIR, BROW, LASH -> HAIR.bit();
            case FACIAL_HAIR -> FACIAL_HAIR.bit();
            case GLASSES, HEADWEAR, MASK, HEADPHONES, SCARF -> WEAR.bit();
            case OCCLUDER -> OCCLUDER.bit();
            default -> SKIN.bit();
        };
    }
}
