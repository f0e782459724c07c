package io.limner.schema.label;

/** What a pixel shows. The codes are part of the dataset format and never change their meaning. */
public enum SegmentationClass {
    /** Whatever is behind the subject. */
    BACKGROUND(0),
    /** Skin of the face and the scalp, lids included, where no other class applies. */
    SKIN(1),
    /** Skin of the nose, nostrils included. */
    NOSE(2),
    /** Red of the upper lip. */
    UPPER_LIP(3),
    /** Red of the lower lip. */
    LOWER_LIP(4),
    /** What is seen through the open mouth but for teeth and tongue. */
    MOUTH_INTERIOR(5),
    /** Teeth of both jaws. */
    TEETH(6),
    /** The tongue. */
    TONGUE(7),
    /** The eyeball but for the iris. */
    EYE_WHITE(8),
    /** Iris and pupil. */
    IRIS(9),
    /** Eyebrows. */
    BROW(10),
    /** Eyelashes. */
    LASH(11),
    /** Ears. */
    EAR(12),
    /** Hair of the scalp. */
    HAIR(13),
    /** Skin of neck and shoulders below the jaw. */
    NECK(14),
    /** Clothes. */
    CLOTHING(15),
    /** Frames of glasses, and lenses too dark to be called clear. */
    GLASSES(16),
    /** Hats, caps and headbands. */
    HEADWEAR(17),
    /** A mask before mouth and nose, its loops included. */
    MASK(18),
    /** Headphones. */
    HEADPHONES(19),
    /** A scarf about the neck. */
    SCARF(20),
    /** A thing held before or beside the face. */
    OCCLUDER(21),
    /** Beard, moustache, sideburns. */
    FACIAL_HAIR(22);

    private final int code;

    SegmentationClass(int code) {
        this.code = code;
    }

    /** The value of a pixel of this class in a segmentation layer, 0 to 255. */
    public int code() {
        return code;
    }
}
