package io.limner.schema.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The value of another parameter, shifted.
 *
 * @param source the other parameter's name
 * @param offset what is added; 0 for names
 * @param grain real or whole numbers
 */
public record Copy(String source, double offset, Grain grain) implements Derived {

    @Override
    public Set<String> references() {
        return Set.of(source);
    }

    @Override
    public Value of(Function<String, Value> others) {
        Value value = others.apply(source);
        return value instanceof Value.Quantity number ? Value.of(grain.round(number.value() + offset)) : value;
    }

    @Override
    public List<Value> bounds() {
        return List.of();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("of", source);
        said.put("offset", offset);
        return Map.of("copy", said);
    }
}
