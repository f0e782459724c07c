package io.limner.schema.spec;

import io.limner.schema.scene.Scene;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The words in which the catalogue of parameters is written. */
final class Define {
    private static final long LARGEST_SEED = Integer.MAX_VALUE;

    private Define() {}

    /** A parameter that is a number; distributions are given with whatever grain and get the domain's. */
    static Parameter number(
            String name, Domain domain, Parameter.Standard standard, ToDoubleFunction<Scene> in, String meaning) {
        return new Parameter(name, domain, standard, scene -> Value.of(in.applyAsDouble(scene)), meaning);
    }

    /** A parameter that is one of an enumeration's constants. */
    static Parameter name(
            String name,
            Class<? extends Enum<?>> type,
            Parameter.Standard standard,
            Function<Scene, Enum<?>> in,
            String meaning) {
        return new Parameter(name, Domain.Names.of(type), standard, scene -> Value.of(in.apply(scene)), meaning);
    }

    /** A parameter that chooses one of 2^31 variants. */
    static Parameter seed(String name, ToDoubleFunction<Scene> in, String meaning) {
        Parameter.Standard standard = new Parameter.Standard(new Uniform(0, LARGEST_SEED, Grain.WHOLE), Value.of(0));
        return number(name, new Domain.Integers(0, LARGEST_SEED, ""), standard, in, meaning);
    }

    static Domain range(double min, double max, String unit) {
        return new Domain.Numbers(min, max, unit);
    }

    static Parameter.Standard uniform(double low, double high, double neutral) {
        return new Parameter.Standard(new Uniform(low, high, Grain.REAL), Value.of(neutral));
    }

    static Parameter.Standard normal(double mean, double sd, double min, double max, double neutral) {
        return new Parameter.Standard(new Normal(mean, sd, min, max, Grain.REAL), Value.of(neutral));
    }

    /** A beta distribution over 0 to 1. */
    static Parameter.Standard beta(double alpha, double beta, double neutral) {
        return new Parameter.Standard(new Beta(alpha, beta, 0, 1, Grain.REAL), Value.of(neutral));
    }

    static Parameter.Standard fixed(double value, double neutral) {
        return new Parameter.Standard(new Fixed(Value.of(value)), Value.of(neutral));
    }

    /** Weights by name or number, in pairs: {@code "short", 4, "bald", 1}. */
    static Parameter.Standard choice(Object neutral, Object... pairs) {
        SortedMap<Value, Double> weights = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put(value(pairs[i]), ((Number) pairs[i + 1]).doubleValue());
        }
        return new Parameter.Standard(new Choice(weights), value(neutral));
    }

    /** Every constant with the same weight. */
    static Parameter.Standard any(Class<? extends Enum<?>> type, Enum<?> neutral) {
        SortedMap<Value, Double> weights = new TreeMap<>();
        List.of(type.getEnumConstants()).forEach(constant -> weights.put(Value.of((Enum<?>) constant), 1.0));
        return new Parameter.Standard(new Choice(weights), Value.of(neutral));
    }

    private static Value value(Object nameOrNumber) {
        return nameOrNumber instanceof Number number ? Value.of(number.doubleValue()) : Value.of((String) nameOrNumber);
    }
}
