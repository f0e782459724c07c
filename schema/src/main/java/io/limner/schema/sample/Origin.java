package io.limner.schema.sample;

import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.Parameter;

/** What must be done to know the value of a column: decides what a reader that wants few columns can leave undone. */
public sealed interface Origin {

    /** Follows from spec and sample id alone: nothing has to be drawn. */
    record Design() implements Origin {}

    /** The value of one parameter of the scene: nothing has to be drawn, and a filter on it decides before drawing. */
    record Attribute(Parameter parameter) implements Origin {}

    /** Follows from the shape of the head and from the camera: computed, and nothing has to be drawn. */
    record Geometry() implements Origin {}

    /** Known only after drawing. */
    record Drawing() implements Origin {}

    /**
     * Only there if the spec asks for a group of labels.
     *
     * @param kind the group
     * @param from {@link Geometry} or {@link Drawing}
     */
    record Label(LabelKind kind, Origin from) implements Origin {}
}
