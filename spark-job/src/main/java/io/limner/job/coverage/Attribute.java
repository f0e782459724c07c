package io.limner.job.coverage;

import io.limner.schema.spec.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that samples are counted by, cut into strata.
 *
 * @param name a parameter's dotted name, or {@code split} or {@code variant}
 * @param values one stratum for each of these, sorted; empty for ranges
 * @param edges of ranges, ascending; the last range has both its ends. Empty for values
 * @param curve edges of {@value #CURVE} ranges that are equally likely, one more than there are; empty where they are not known
 */
record Attribute(String name, List<Value> values, List<Double> edges, List<Double> curve) {
    static final int CURVE = 256;

    private static final int SHORT = 6;

    int strata() {
        return values.isEmpty() ? edges.size() - 1 : values.size();
    }

    boolean numeric() {
        return values.isEmpty() || values.get(0) instanceof Value.Quantity;
    }

    /** The stratum of a value; -1 if it is in none. */
    int stratum(Value value) {
        if (values.isEmpty()) {
            return range(edges, value.number());
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).equals(value)) {
                return i;
            }
        }
        return -1;
    }

    /** The share of values that are drawn below this one, 0 to 1. */
    double share(double value) {
        int at = Math.max(0, range(curve, value));
        double low = curve.get(at);
        double high = curve.get(at + 1);
        double within = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
        return (at + within) / CURVE;
    }

    /** The stratum's name, for people. */
    String label(int stratum) {
        if (!values.isEmpty()) {
            return values.get(stratum).toString();
        }
        double width = edges.get(stratum + 1) - edges.get(stratum);
        return edge(edges.get(stratum), width) + " to " + edge(edges.get(stratum + 1), width);
    }

    /** The end of a range, with no more decimals than tell it from the next. */
    private static String edge(double value, double width) {
        String exact = Value.of(value).toString();
        if (exact.length() <= SHORT || !(width > 0)) {
            return exact;
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(width)));
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < strata(); i++) {
            labels.add(label(i));
        }
        return labels;
    }

    private static int range(List<Double> edges, double value) {
        int low = 0;
        int high = edges.size() - 1;
        if (value < edges.get(0) || value > edges.get(high)) {
            return -1;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (value >= edges.get(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
