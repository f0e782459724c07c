package io.limner.schema.design;

import io.limner.schema.spec.Section;

/** A sample for which every attempt fell into an exclusion. */
public final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExhaustedException(Section section, long index) {
        super("exclude: sample " + (section.first() + index) + " fell into an exclusion " + SceneDesign.MOST_ATTEMPTS
                + " times running; exclude less, or take the values out of the distributions instead");
    }
}
