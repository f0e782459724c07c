package io.limner.schema.spec;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Every value between two bounds with the same chance.
 *
 * @param low smallest value
 * @param high largest value; drawn as often as any other if the grain is whole
 * @param grain real or whole numbers
 */
public record Uniform(double low, double high, Grain grain) implements Quantile {
    public Uniform {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "the lower bound " + Value.of(low) + " is above the upper bound " + Value.of(high));
        }
    }

    @Override
    public DoubleFunction<Value> quantile() {
        return grain == Grain.WHOLE
                ? u -> Value.of(StrictMath.min(high, low + StrictMath.floor(u * (high - low + 1))))
                : u -> Value.of(grain.round(low + u * (high - low), low, high));
    }

    @Override
    public List<Value> bounds() {
        return List.of(Value.of(low), Value.of(high));
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("uniform", List.of(low, high));
    }
}
