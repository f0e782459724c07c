package io.limner.schema.design;

import io.limner.schema.spec.Bins;
import io.limner.schema.spec.Distribution;
import io.limner.schema.spec.Grid;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The product of some grids and bins, counted through by an index like nested loops: parameters in the order of their names, the last
 * name turning fastest; after the last combination it begins anew.
 */
final class GridProduct {
    private final Map<String, BigInteger> strides = new HashMap<>();

    /** The product over those of {@code parameters} whose names are {@code chosen}. */
    GridProduct(Map<String, Distribution> parameters, Predicate<String> chosen) {
        List<String> names =
                parameters.keySet().stream().filter(chosen).sorted().toList();
        BigInteger stride = BigInteger.ONE;
        for (int i = names.size() - 1; i >= 0; i--) {
            int size = size(parameters.get(names.get(i)));
            if (size > 0) {
                strides.put(names.get(i), stride);
                stride = stride.multiply(BigInteger.valueOf(size));
            }
        }
    }

    /** How many indices share one value of the parameter {@code name} in a row; at most 2^63-1, which no sample id reaches. */
    long stride(String name) {
        return strides.get(name).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    private static int size(Distribution way) {
        return way instanceof Grid grid ? grid.size() : way instanceof Bins bins ? bins.size() : 0;
    }
}
