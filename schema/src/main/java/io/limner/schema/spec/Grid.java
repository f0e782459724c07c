package io.limner.schema.spec;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

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

    /** The value at a share of the way, for whoever draws a grid at random. */
    @Override
    public DoubleFunction<Value> quantile() {
        return u -> values.get((int) StrictMath.min(values.size() - 1.0, StrictMath.floor(u * values.size())));
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
