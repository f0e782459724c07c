package io.limner.schema.spec;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Values whose logarithm is uniform: each doubling has the same chance.
 *
 * @param low smallest value, above 0
 * @param high largest value
 * @param grain real or whole numbers
 */
public record LogUniform(double low, double high, Grain grain) implements Quantile {
    public LogUniform {
        if (!(low > 0)) {
            throw new IllegalArgumentException("the lower bound " + Value.of(low) + " has no logarithm");
        }
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "the lower bound " + Value.of(low) + " is above the upper bound " + Value.of(high));
        }
    }

    @Override
    public DoubleFunction<Value> quantile() {
        double start = StrictMath.log(low);
        double length = StrictMath.log(high) - start;
        return u -> Value.of(grain.round(StrictMath.exp(start + u * length), low, high));
    }

    @Override
    public List<Value> bounds() {
        return List.of(Value.of(low), Value.of(high));
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("log_uniform", List.of(low, high));
    }
}
