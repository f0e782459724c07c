package io.limner.schema.spec;

import io.limner.schema.canonical.CanonicalJson;
import java.util.Locale;

/** One value of a parameter: a number, or the name of a choice. */
public sealed interface Value extends Comparable<Value> {

    /** A number, finite. Whole numbers up to 2^53 are exact. */
    record Quantity(double value) implements Value {
        public Quantity {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A parameter's value must be finite, not " + value);
            }
            value = value == 0 ? 0.0 : value; // -0.0 and 0.0 are one value
        }

        @Override
        public String toString() {
            return CanonicalJson.number(value);
        }
    }

    /** The name of a choice, lower case. */
    record Name(String name) implements Value {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A number as a value. */
    static Value of(double number) {
        return new Quantity(number);
    }

    /** A name as a value. */
    static Value of(String name) {
        return new Name(name);
    }

    /** A constant of an enumeration as a value: its name in lower case. */
    static Value of(Enum<?> constant) {
        return new Name(constant.name().toLowerCase(Locale.ROOT));
    }

    /**
     * The number of a number.
     *
     * @throws IllegalStateException if this is a name
     */
    default double number() {
        if (this instanceof Quantity number) {
            return number.value();
        }
        throw new IllegalStateException("'" + this + "' is a name, not a number");
    }

    /** The value as canonical JSON takes it: a {@link Double} or a {@link String}. */
    default Object json() {
        return this instanceof Quantity number ? (Object) number.value() : toString();
    }

    /** Numbers by size, then names by alphabet. */
    @Override
    default int compareTo(Value other) {
        if (this instanceof Quantity mine && other instanceof Quantity theirs) {
            return Double.compare(mine.value(), theirs.value());
        }
        if (this instanceof Quantity != other instanceof Quantity) {
            return this instanceof Quantity ? -1 : 1;
        }
        return toString().compareTo(other.toString());
    }
}
