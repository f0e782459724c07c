package io.limner.schema.spec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One of several values, each with its weight. The order in which a spec lists them means nothing: they are drawn in sorted
 * order.
 *
 * @param weights weight by value; each at least 0 and finite, their sum above 0
 */
public record Choice(SortedMap<Value, Double> weights) implements Distribution {
    public Choice {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        for (Map.Entry<Value, Double> entry : weights.entrySet()) {
            if (!(entry.getValue() >= 0) || entry.getValue().isInfinite()) {
                throw new IllegalArgumentException("the weight of " + entry.getKey() + " is " + entry.getValue()
                        + "; a weight is 0 or more and finite");
            }
        }
        if (!(sum(weights) > 0) || Double.isInfinite(sum(weights))) {
            throw new IllegalArgumentException(
                    "the sum of the weights is " + sum(weights) + "; it must be above 0 and finite");
        }
    }

    @Override
    public Value at(double u) {
        double target = u * sum(weights);
        double reached = 0;
        Value last = null;
        for (Map.Entry<Value, Double> entry : weights.entrySet()) {
            if (entry.getValue() > 0) {
                reached += entry.getValue();
                last = entry.getKey();
                if (target < reached) {
                    return last;
                }
            }
        }
        return last;
    }

    @Override
    public List<Value> bounds() {
        return List.copyOf(weights.keySet());
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> byText = new TreeMap<>();
        weights.forEach((value, weight) -> byText.put(value.toString(), weight));
        return Map.of("choice", byText);
    }

    private static double sum(SortedMap<Value, Double> weights) {
        double sum = 0;
        for (double weight : weights.values()) {
            sum += weight;
        }
        return sum;
    }
}
