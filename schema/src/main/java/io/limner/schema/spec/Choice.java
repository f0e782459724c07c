package io.limner.schema.spec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * One of several values, each with its weight. The order in which a spec lists them means nothing: they are drawn in sorted
 * order.
 *
 * @param weights weight by value; each at least 0 and finite, their sum above 0
 */
public record Choice(SortedMap<Value, Double> weights) implements Quantile {
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
    public DoubleFunction<Value> quantile() {
        List<Value> possible = weights.keySet().stream()
                .filter(value -> weights.get(value) > 0)
                .toList();
        double[] reached = new double[possible.size()];
        for (int i = 0; i < reached.length; i++) {
            reached[i] = (i == 0 ? 0 : reached[i - 1]) + weights.get(possible.get(i));
        }
        double sum = sum(weights);
        return u -> {
            int chosen = 0;
            while (chosen < reached.length - 1 && u * sum >= reached[chosen]) {
                chosen++;
            }
            return possible.get(chosen);
        };
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
