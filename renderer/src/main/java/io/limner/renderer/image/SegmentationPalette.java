package io.limner.renderer.image;

import io.limner.schema.label.SegmentationClass;

/** One fixed colour for each segmentation class, for people's eyes. */
public final class SegmentationPalette {
    private static final int[] COLORS = new int[256];

    static {
        for (SegmentationClass shown : SegmentationClass.values()) {
            COLORS[shown.code()] = rgb(shown);
        }
    }

    private SegmentationPalette() {}

    /** The colour of a class code, 0xRRGGBB; magenta for a code that no class has. */
    public static int rgb(int code) {
        if (code < 0 || code > 255 || (COLORS[code] == 0 && code != SegmentationClass.BACKGROUND.code())) {
            return 0xff00ff;
        }
        return COLORS[code];
    }

    private static int rgb(SegmentationClass shown) {
        return switch (shown) {
            case BACKGROUND -> 0x000000;
            case SKIN -> 0xe0a57e;
            case NOSE -> 0xf2d35b;
            case UPPER_LIP -> 0xd9304f;
            case LOWER_LIP -> 0xf27a8a;
            case MOUTH_INTERIOR -> 0x6b1028;
            case TEETH -> 0xffffff;
            case TONGUE -> 0xb04a7c;
            case EYE_WHITE -> 0xbfe8ff;
            case IRIS -> 0x1d6fd1;
            case BROW -> 0x7b4a12;
            case LASH -> 0x2d2d5a;
            case EAR -> 0xff8c3a;
            case HAIR -> 0x3f8f4f;
            case NECK -> 0xa87455;
            case CLOTHING -> 0x6f7fa8;
            case GLASSES -> 0x00e0c0;
            case HEADWEAR -> 0x8040c0;
            case MASK -> 0x9fd8a0;
            case HEADPHONES -> 0x505050;
            case SCARF -> 0xc04020;
            case OCCLUDER -> 0xe0e000;
            case FACIAL_HAIR -> 0x1f6f5f;
        };
    }
}
