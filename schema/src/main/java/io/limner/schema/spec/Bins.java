package io.limner.schema.spec;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Neighbouring ranges, each visited in turn as a grid visits its values, with a uniform value drawn inside: strata.
 *
 * @param edges ascending, at least two, at most {@value Grid#MOST_VALUES}; every edge but the last belongs to the bin above it
 * @param grain real or whole numbers
 */
public record Bins(List<Double> edges, Grain grain) implements Quantile {
    public Bins {
        edges = List.copyOf(edges);
        if (edges.size() < 2 || edges.size() > Grid.MOST_VALUES) {
            throw new IllegalArgumentException(
                    "there are " + edges.size() + " edges; bins need 2 to " + Grid.MOST_VALUES);
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) < edges.get(i))) {
                throw new IllegalArgumentException("the edge " + Value.of(edges.get(i)) + " is not above "
                        + Value.of(edges.get(i - 1)) + " before it");
            }
        }
    }

    /** How many bins. */
    public int size() {
        return edges.size() - 1;
    }

    /**
     * The value at the share {@code u} of a bin.
     *
     * @param bin 0 to size - 1
     */
    public Value value(int bin, double u) {
        double low = edges.get(bin);
        double high = edges.get(bin + 1);
        boolean last = bin == size() - 1;
        if (grain == Grain.WHOLE) {
            double count = high - low + (last ? 1 : 0);
            return Value.of(StrictMath.min(low + count - 1, low + StrictMath.floor(u * count)));
        }
        double value = grain.round(low + u * (high - low), low, high);
        // Rounding must not move a value into the next bin.
        return Value.of(!last && value >= high ? StrictMath.max(low, high - 1e-6) : value);
    }

    @Override
    public DoubleFunction<Value> quantile() {
        return u -> {
            int bin = (int) StrictMath.min(size() - 1.0, StrictMath.floor(u * size()));
            return value(bin, u * size() - bin);
        };
    }

    @Override
    public List<Value> bounds() {
        return edges.stream().map(Value::of).toList();
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("bins", edges);
    }
}
