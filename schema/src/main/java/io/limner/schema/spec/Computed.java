package io.limner.schema.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The value of a formula.
 *
 * @param formula a number or a name
 * @param grain real or whole numbers
 */
public record Computed(Formula formula, Grain grain) implements Derived {

    @Override
    public Set<String> references() {
        return formula.references();
    }

    @Override
    public Value of(Function<String, Value> others) {
        Value value = formula.value(others);
        return value instanceof Value.Quantity number ? Value.of(grain.round(number.value())) : value;
    }

    @Override
    public List<Value> bounds() {
        return List.of();
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("expression", formula.text());
    }
}
