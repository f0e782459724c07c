package io.limner.schema.spec;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a {@link Formula} can do. */
public enum Operator {
    OR("or"),
    AND("and"),
    NOT("not"),
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDE("/"),
    NEGATE("-"),
    MIN("min"),
    MAX("max");

    private static final Set<Operator> COMPARISONS = EnumSet.range(EQUAL, AT_LEAST);
    private static final Set<Operator> ARITHMETIC = EnumSet.range(PLUS, MAX);

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written. */
    public String symbol() {
        return symbol;
    }

    /** Whether its result is a number; if not, it is true or false. */
    boolean arithmetic() {
        return ARITHMETIC.contains(this);
    }

    /** Whether it compares two values. */
    boolean comparison() {
        return COMPARISONS.contains(this);
    }

    /** The comparison that holds exactly where this one does not. */
    Operator negated() {
        return switch (this) {
            case EQUAL -> UNEQUAL;
            case UNEQUAL -> EQUAL;
            case LESS -> AT_LEAST;
            case AT_LEAST -> LESS;
            case GREATER -> AT_MOST;
            case AT_MOST -> GREATER;
            default -> throw new IllegalStateException(this + " is no comparison");
        };
    }

    /** How tightly this binds: where it stands beside another, the one with more takes what is between them. */
    int binding() {
        return switch (this) {
            case OR -> 1;
            case AND -> 2;
            case NOT -> 3;
            case EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> 4;
            case PLUS, MINUS -> 5;
            case TIMES, DIVIDE -> 6;
            case NEGATE -> 7;
            case MIN, MAX -> 8;
        };
    }

    /** The comparison that holds with its sides exchanged. */
    Operator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case GREATER -> LESS;
            case AT_MOST -> AT_LEAST;
            case AT_LEAST -> AT_MOST;
            default -> this;
        };
    }

    /** The number that this makes of one ({@link #NEGATE}) or two. */
    double apply(double first, double second) {
        return switch (this) {
            case PLUS -> first + second;
            case MINUS -> first - second;
            case TIMES -> first * second;
            case DIVIDE -> first / second;
            case NEGATE -> -first;
            case MIN -> StrictMath.min(first, second);
            case MAX -> StrictMath.max(first, second);
            default -> throw new IllegalStateException(this + " makes no number");
        };
    }

    /** Whether this holds over some formulas, for a sample. */
    boolean holds(List<Formula> over, Function<String, Value> sample) {
        return switch (this) {
            case OR -> over.get(0).holds(sample) || over.get(1).holds(sample);
            case AND -> over.get(0).holds(sample) && over.get(1).holds(sample);
            case NOT -> !over.get(0).holds(sample);
            default -> compare(over.get(0).value(sample).compareTo(over.get(1).value(sample)));
        };
    }

    private boolean compare(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            default -> throw new IllegalStateException(this + " is no comparison");
        };
    }
}
