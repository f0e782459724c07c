package io.limner.schema.spec;

import java.util.List;
import java.util.Map;

/**
 * Every value in turn. Several grids form their product, which the sample id counts through.
 *
 * @param values in the order of the walk; at least one, at most {@value #MOST_VALUES}, none twice
 */
public record Grid(List<Value> values) implements Drawn {
    /** Most values of one grid. */
    public static final int MOST_VALUES = 10_000;

    public Grid {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the grid has no values; it needs at least one");
        }
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "the grid has " + values.size() + " values; at most " + MOST_VALUES + " are allowed");
        }
    }

    /** How many values. */
    public int size() {
        return values.size();
    }

    /** The value at step {@code index}, 0 to size - 1. */
    public Value value(int index) {
        return values.get(index);
    }

    @Override
    public List<Value> bounds() {
        return values;
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("grid", values.stream().map(Value::json).toList());
    }
}
