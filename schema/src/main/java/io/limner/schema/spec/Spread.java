package io.limner.schema.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * A distribution whose samples are spread more evenly than chance would.
 *
 * @param method how
 * @param group for {@link Method#SOBOL}: parameters of one group fill their common space evenly; empty for {@link Method#LHS}
 * @param drawn the distribution
 */
public record Spread(Method method, String group, Quantile drawn) implements Quantile {
    /** The group of whoever names none. */
    public static final String STANDARD_GROUP = "main";

    /** Ways to spread. */
    public enum Method {
        /** A scrambled Sobol' sequence, jointly over a group. */
        SOBOL,
        /** A Latin hypercube: n samples hit each of n equal shares of the distribution once. */
        LHS
    }

    public Spread {
        if (drawn.counted() || drawn instanceof Spread) {
            throw new IllegalArgumentException("there is nothing to spread in " + drawn.text());
        }
    }

    @Override
    public DoubleFunction<Value> quantile() {
        return drawn.quantile();
    }

    @Override
    public List<Value> bounds() {
        return drawn.bounds();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> said = new LinkedHashMap<>(drawn.json());
        if (method == Method.SOBOL) {
            said.put("group", group);
        }
        return Map.of(method.name().toLowerCase(Locale.ROOT), said);
    }
}
