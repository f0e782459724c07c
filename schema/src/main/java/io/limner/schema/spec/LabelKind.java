package io.limner.schema.spec;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Groups of labels that a spec may ask for. */
public enum LabelKind {
    LANDMARKS,
    SEGMENTATION,
    DEPTH,
    NORMALS,
    DENSE_LANDMARKS,
    AMODAL,
    ALPHA,
    CANONICAL,
    ALBEDO;

    private static final Set<LabelKind> STANDARD =
            Collections.unmodifiableSet(EnumSet.of(LANDMARKS, SEGMENTATION, DEPTH, NORMALS));

    /** What a spec gets that does not mention labels; the others cost more and are drawn only when they are asked for. */
    public static Set<LabelKind> standard() {
        return STANDARD;
    }
}
