package io.limner.schema.sample;

import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.Parameter;

/** What must be done to know the value of a column: decides what a reader that wants few columns can leave undone. */
public sealed interface Origin {

    /** Follows from spec and sample id alone: nothing has to be drawn. */
    record Design() implements Origin {}

    /** The value of one parameter of the scene: nothing has to be drawn, and a filter on it decides before drawing. */
    record Attribute(Parameter parameter) implements Origin {}

    /** Known only after drawing. */
    record Drawing() implements Origin {}

    /** Known only after drawing, and only there if the spec asks for this group of labels. */
    record Label(LabelKind kind) implements Origin {}
}
