package io.limner.schema.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * A bell curve cut off at both ends: values outside the bounds are not moved to them, they are never drawn.
 *
 * @param mean centre of the uncut curve
 * @param sd standard deviation of the uncut curve, above 0
 * @param min smallest value
 * @param max largest value
 * @param grain real or whole numbers
 */
public record Normal(double mean, double sd, double min, double max, Grain grain) implements Quantile {
    /** At least this share of the uncut curve must lie between the bounds. */
    public static final double LEAST_MASS = 1e-6;

    public Normal {
        if (!(sd > 0)) {
            throw new IllegalArgumentException("the standard deviation is " + Value.of(sd) + "; it must be above 0");
        }
        if (!(min < max)) {
            throw new IllegalArgumentException("min " + Value.of(min) + " is not below max " + Value.of(max));
        }
        double mass = NormalCurve.below((max - mean) / sd) - NormalCurve.below((min - mean) / sd);
        if (!(mass >= LEAST_MASS)) {
            throw new IllegalArgumentException("less than a millionth of the curve lies between min " + Value.of(min)
                    + " and max " + Value.of(max));
        }
    }

    @Override
    public DoubleFunction<Value> quantile() {
        double low = NormalCurve.below((min - mean) / sd);
        double high = NormalCurve.below((max - mean) / sd);
        return u -> Value.of(grain.round(mean + sd * NormalCurve.quantile(low + u * (high - low)), min, max));
    }

    @Override
    public List<Value> bounds() {
        return List.of(Value.of(min), Value.of(max));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("mean", mean);
        said.put("sd", sd);
        said.put("min", min);
        said.put("max", max);
        return Map.of("normal", said);
    }
}
