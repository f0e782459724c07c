package io.limner.schema.spec;

import java.util.List;
import java.util.Map;

/**
 * Always the same value.
 *
 * @param value that value
 */
public record Fixed(Value value) implements Drawn {

    @Override
    public List<Value> bounds() {
        return List.of(value);
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("fixed", value.json());
    }
}
