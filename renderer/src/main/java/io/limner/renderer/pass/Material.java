package io.limner.renderer.pass;

import io.limner.schema.label.SegmentationClass;

/** The shading passes. Each has a list of its own; see {@code work.glsl}. */
enum Material {
    BACKGROUND("background.comp"),
    SKIN("skin.comp"),
    EYE("eye.comp"),
    STRAND("strand.comp"),
    CLOTH("cloth.comp"),
    MOUTH("mouth.comp"),
    WEAR("wear.comp");

    private static final Material[] BY_CODE = new Material[256];

    static {
        for (SegmentationClass kind : SegmentationClass.values()) {
            BY_CODE[kind.code()] = of(kind);
        }
    }

    private final String shader;

    Material(String shader) {
        this.shader = shader;
    }

    String shader() {
        return shader;
    }

    /** What shades surfaces of the segmentation class with that code. */
    static Material of(int code) {
        return BY_CODE[code];
    }

    private static Material of(SegmentationClass kind) {
        return switch (kind) {
            case BACKGROUND -> BACKGROUND;
            case EYE_WHITE, IRIS -> EYE;
            case HAIR, BROW, LASH, FACIAL_HAIR -> STRAND;
            case CLOTHING -> CLOTH;
            case MOUTH_INTERIOR, TEETH, TONGUE -> MOUTH;
            case GLASSES, HEADWEAR, MASK, HEADPHONES, SCARF, OCCLUDER -> WEAR;
            default -> SKIN;
        };
    }
}
