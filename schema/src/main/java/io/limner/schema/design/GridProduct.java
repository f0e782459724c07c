package io.limner.schema.design;

import io.limner.schema.spec.Distribution;
import io.limner.schema.spec.Grid;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The product of a spec's grids, counted through by the sample id like nested loops: parameters in the order of their
 * names, the last name turning fastest; after the last combination it begins anew.
 */
final class GridProduct {
    private final Map<String, BigInteger> strides = new HashMap<>();

    GridProduct(Map<String, Distribution> parameters) {
        List<String> names = parameters.keySet().stream().sorted().toList();
        BigInteger stride = BigInteger.ONE;
        for (int i = names.size() - 1; i >= 0; i--) {
            if (parameters.get(names.get(i)) instanceof Grid grid) {
                strides.put(names.get(i), stride);
                stride = stride.multiply(BigInteger.valueOf(grid.size()));
            }
        }
    }

    /** How many samples share one value of the parameter {@code name} in a row; at most 2^63-1, which no sample id reaches. */
    long stride(String name) {
        return strides.get(name).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}
