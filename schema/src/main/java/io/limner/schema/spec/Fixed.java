package io.limner.schema.spec;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Always the same value.
 *
 * @param value that value
 */
public record Fixed(Value value) implements Drawn {

    @Override
    public DoubleFunction<Value> quantile() {
        return u -> value;
    }

    @Override
    public List<Value> bounds() {
        return List.of(value);
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("fixed", value.json());
    }
}
