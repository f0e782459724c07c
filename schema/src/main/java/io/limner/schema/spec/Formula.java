package io.limner.schema.spec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Arithmetic and comparisons over the parameters of one sample: {@code min(20, head.yaw * 0.5)}, {@code subject.age < 18 and hair.style
 * != long}. There are no loops, no calls, no state.
 */
public sealed interface Formula permits Formula.Constant, Formula.Reference, Formula.Operation {

    /** What a formula says. */
    enum Kind {
        NUMBER,
        NAME,
        TRUTH
    }

    /** Number, name or truth. */
    Kind kind();

    /**
     * The value for a sample.
     *
     * @param sample the sample's value of a parameter, by name
     * @throws IllegalStateException if this is a {@link Kind#TRUTH}
     */
    Value value(Function<String, Value> sample);

    /** The formula as a spec says it, with no bracket that it does not need; reading it gives this formula again. */
    String text();

    /** The parameters that it mentions. */
    default Set<String> references() {
        Set<String> names = new LinkedHashSet<>();
        if (this instanceof Reference reference) {
            names.add(reference.name());
        } else if (this instanceof Operation operation) {
            operation.over().forEach(part -> names.addAll(part.references()));
        }
        return names;
    }

    /**
     * Whether it holds for a sample.
     *
     * @throws IllegalStateException if this is no {@link Kind#TRUTH}
     */
    default boolean holds(Function<String, Value> sample) {
        if (this instanceof Operation operation) {
            return operation.operator().holds(operation.over(), sample);
        }
        throw new IllegalStateException(text() + " is neither true nor false");
    }

    /** A number or a name that was written out. */
    record Constant(Value value) implements Formula {
        @Override
        public Kind kind() {
            return value instanceof Value.Quantity ? Kind.NUMBER : Kind.NAME;
        }

        @Override
        public Value value(Function<String, Value> sample) {
            return value;
        }

        @Override
        public String text() {
            return value.toString();
        }
    }

    /** The value of a parameter. */
    record Reference(String name, Kind kind) implements Formula {
        @Override
        public Value value(Function<String, Value> sample) {
            return sample.apply(name);
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** Something done to one or two formulas. */
    record Operation(Operator operator, List<Formula> over) implements Formula {
        public Operation {
            over = List.copyOf(over);
        }

        @Override
        public Kind kind() {
            return operator.arithmetic() ? Kind.NUMBER : Kind.TRUTH;
        }

        @Override
        public Value value(Function<String, Value> sample) {
            double first = over.get(0).value(sample).number();
            double second = over.size() == 1 ? 0 : over.get(1).value(sample).number();
            return Value.of(operator.apply(first, second));
        }

        @Override
        public String text() {
            if (operator == Operator.MIN || operator == Operator.MAX) {
                return operator.symbol() + "(" + over.get(0).text() + ", "
                        + over.get(1).text() + ")";
            }
            // Formulas are read from the left: what stands on the right must bind more tightly to need no brackets.
            int binding = operator.binding();
            String first = text(over.get(0), binding);
            return over.size() == 1
                    ? operator.symbol() + (operator == Operator.NOT ? " " : "") + first
                    : first + " " + operator.symbol() + " " + text(over.get(1), binding + 1);
        }

        private static String text(Formula part, int least) {
            boolean bare = !(part instanceof Operation inner) || inner.operator.binding() >= least;
            return bare ? part.text() : "(" + part.text() + ")";
        }
    }
}
