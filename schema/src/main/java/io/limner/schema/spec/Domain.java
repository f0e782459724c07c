package io.limner.schema.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which values a parameter may take. */
public sealed interface Domain {

    /** Whether {@code value} belongs to this domain. */
    boolean contains(Value value);

    /** The domain in words: {@code 3 to 90}, {@code female, male}. */
    String text();

    /** {@code number}, {@code integer} or {@code choice}. */
    String kind();

    /** Unit of the numbers, as written in tables; empty for none. */
    String unit();

    /** Numbers from {@code min} to {@code max}, both included. */
    record Numbers(double min, double max, String unit) implements Domain {
        @Override
        public boolean contains(Value value) {
            return value instanceof Value.Quantity number && number.value() >= min && number.value() <= max;
        }

        @Override
        public String text() {
            return Value.of(min) + " to " + Value.of(max);
        }

        @Override
        public String kind() {
            return "number";
        }
    }

    /** Whole numbers from {@code min} to {@code max}, both included. */
    record Integers(long min, long max, String unit) implements Domain {
        @Override
        public boolean contains(Value value) {
            return value instanceof Value.Quantity number
                    && number.value() == StrictMath.rint(number.value())
                    && number.value() >= min
                    && number.value() <= max;
        }

        @Override
        public String text() {
            return min + " to " + max;
        }

        @Override
        public String kind() {
            return "integer";
        }
    }

    /** One of several names, lower case. */
    record Names(List<String> names) implements Domain {
        /** The names of an enumeration's constants. */
        public static Names of(Class<? extends Enum<?>> type) {
            return new Names(Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList());
        }

        @Override
        public boolean contains(Value value) {
            return value instanceof Value.Name name && names.contains(name.name());
        }

        @Override
        public String text() {
            return String.join(", ", names);
        }

        @Override
        public String kind() {
            return "choice";
        }

        @Override
        public String unit() {
            return "";
        }
    }

    /** Grain of the numbers. */
    default Grain grain() {
        return this instanceof Integers ? Grain.WHOLE : Grain.REAL;
    }
}
