package io.limner.schema.spec;

/** Groups of labels that a spec may ask for. */
public enum LabelKind {
    LANDMARKS,
    SEGMENTATION,
    DEPTH,
    NORMALS
}
