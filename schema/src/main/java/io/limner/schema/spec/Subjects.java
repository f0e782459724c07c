package io.limner.schema.spec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How samples share a subject: consecutive ones are of the same.
 *
 * @param samples how many of each subject, at least 1
 * @param kept names of the parameters that are the same in all samples of a subject
 */
public record Subjects(int samples, Set<String> kept) {
    /** Every sample has a subject of its own. */
    public static final Subjects SINGLE = new Subjects(1, Set.of());
    /** Most samples of a subject. */
    public static final int MOST = 1_000_000;

    public Subjects {
        if (samples < 1 || samples > MOST) {
            throw new IllegalArgumentException(samples + " samples of a subject are outside 1 to " + MOST);
        }
        kept = Collections.unmodifiableSet(new TreeSet<>(kept));
    }

    /** Whether a parameter is the same in all samples of a subject. */
    public boolean keeps(String parameter) {
        return kept.contains(parameter);
    }

    /** The grouping as canonical JSON takes it. */
    Object json() {
        return samples == 1 ? (Object) 1 : Map.of("samples", samples, "keep", List.copyOf(kept));
    }
}
