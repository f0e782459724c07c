package io.limner.schema.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * A beta distribution, stretched between two bounds.
 *
 * @param alpha first shape, {@value #LEAST_SHAPE} to {@value #MOST_SHAPE}; the larger, the more weight near the upper bound
 * @param beta second shape, in the same range
 * @param min smallest value
 * @param max largest value
 * @param grain real or whole numbers
 */
public record Beta(double alpha, double beta, double min, double max, Grain grain) implements Quantile {
    /** Least shape. */
    public static final double LEAST_SHAPE = 0.1;
    /** Largest shape. */
    public static final double MOST_SHAPE = 1000;

    public Beta {
        for (double shape : new double[] {alpha, beta}) {
            if (!(shape >= LEAST_SHAPE && shape <= MOST_SHAPE)) {
                throw new IllegalArgumentException("the shape " + Value.of(shape) + " is outside "
                        + Value.of(LEAST_SHAPE) + " to " + Value.of(MOST_SHAPE));
            }
        }
        if (!(min < max)) {
            throw new IllegalArgumentException("min " + Value.of(min) + " is not below max " + Value.of(max));
        }
    }

    @Override
    public DoubleFunction<Value> quantile() {
        BetaCurve curve = new BetaCurve(alpha, beta);
        return u -> Value.of(grain.round(min + (max - min) * curve.quantile(u), min, max));
    }

    @Override
    public List<Value> bounds() {
        return List.of(Value.of(min), Value.of(max));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("alpha", alpha);
        said.put("beta", beta);
        said.put("min", min);
        said.put("max", max);
        return Map.of("beta", said);
    }
}
