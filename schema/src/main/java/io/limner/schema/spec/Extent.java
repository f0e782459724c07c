package io.limner.schema.spec;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which values something can have: never fewer than it can, at times more. */
sealed interface Extent {

    /** Numbers from {@code min} to {@code max}. */
    record Interval(double min, double max) implements Extent {}

    /** Some names. */
    record Names(Set<Value> names) implements Extent {
        private Optional<Extent> where(Operator comparison, Names other) {
            Set<Value> kept = new TreeSet<>(names);
            if (comparison == Operator.EQUAL) {
                kept.retainAll(other.names);
            } else if (other.names.size() == 1) {
                kept.removeAll(other.names);
            }
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Names(kept));
        }
    }

    /** The extent of some values, one or more. */
    static Extent of(Collection<Value> values) {
        if (values.iterator().next() instanceof Value.Name) {
            return new Names(new TreeSet<>(values));
        }
        double min = values.stream().mapToDouble(Value::number).min().orElseThrow();
        double max = values.stream().mapToDouble(Value::number).max().orElseThrow();
        return new Interval(min, max);
    }

    /** Whether all of it is in a parameter's domain. */
    default boolean within(Domain domain) {
        if (this instanceof Interval range) {
            return domain.contains(Value.of(domain.grain().round(range.min)))
                    && domain.contains(Value.of(domain.grain().round(range.max)));
        }
        return ((Names) this).names.stream().allMatch(domain::contains);
    }

    /** What is in this or the other; both are of one kind. */
    default Extent or(Extent other) {
        if (this instanceof Interval mine && other instanceof Interval theirs) {
            return new Interval(StrictMath.min(mine.min, theirs.min), StrictMath.max(mine.max, theirs.max));
        }
        Set<Value> all = new TreeSet<>(((Names) this).names);
        all.addAll(((Names) other).names);
        return new Names(all);
    }

    /** What of this compares so with something in the other; empty if nothing does. */
    default Optional<Extent> where(Operator comparison, Extent other) {
        if (this instanceof Names mine && other instanceof Names theirs) {
            return mine.where(comparison, theirs);
        }
        Interval mine = (Interval) this;
        Interval theirs = (Interval) other;
        Interval kept =
                switch (comparison) {
                    case EQUAL ->
                        new Interval(
                                /* min= */ StrictMath.max(mine.min, theirs.min),
                                /* max= */ StrictMath.min(mine.max, theirs.max));
                    case LESS -> new Interval(mine.min, StrictMath.min(mine.max, StrictMath.nextDown(theirs.max)));
                    case AT_MOST -> new Interval(mine.min, StrictMath.min(mine.max, theirs.max));
                    case GREATER -> new Interval(StrictMath.max(mine.min, StrictMath.nextUp(theirs.min)), mine.max);
                    case AT_LEAST -> new Interval(StrictMath.max(mine.min, theirs.min), mine.max);
                    default ->
                        mine.min == mine.max && theirs.min == theirs.max && mine.min == theirs.min
                                ? new Interval(1, 0)
                                : mine;
                };
        return kept.min <= kept.max ? Optional.of(kept) : Optional.empty();
    }

    /** The text of a range, for messages. */
    default String text() {
        return this instanceof Interval range
                ? Value.of(range.min) + " to " + Value.of(range.max)
                : String.join(
                        ", ", ((Names) this).names.stream().map(Value::toString).toList());
    }
}
