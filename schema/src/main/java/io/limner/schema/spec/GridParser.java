package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Sequence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The values of a grid: a list, or a range by step or by count. Ranges are computed in decimal, so 0.1 steps stay 0.1 steps. */
final class GridParser {
    /** Digits after the point of the values of a range by count. */
    private static final int DECIMALS = 6;

    private final DistributionParser parameter;
    private final Problems problems;
    private final Scalars scalars;

    GridParser(DistributionParser parameter, Problems problems) {
        this.parameter = parameter;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Optional<List<Value>> parse(SpecNode node, String key) {
        Optional<List<Value>> values;
        if (node instanceof Sequence list) {
            values = parameter.values(list, key);
        } else if (node instanceof Mapping) {
            values = parameter.requireNumbers(node, key) ? range(node, key) : Optional.empty();
        } else {
            problems.add(node, key, "must be a list or a range", "write [a, b] or { from: a, to: b, step: s }");
            values = Optional.empty();
        }
        return values.filter(list -> unique(node, key, list));
    }

    private boolean unique(SpecNode node, String key, List<Value> values) {
        if (new HashSet<>(values).size() == values.size()) {
            return true;
        }
        problems.add(node, key, "holds a value twice", "each value of a grid is visited once: remove the double");
        return false;
    }

    private Optional<List<Value>> range(SpecNode node, String key) {
        Fields fields = Fields.of(node, key, List.of("from", "to", "step", "count"), problems);
        Optional<BigDecimal> from =
                fields.require("from", "add from: ...").flatMap(said -> scalars.number(said, key + ".from"));
        Optional<BigDecimal> to =
                fields.require("to", "add to: ...").flatMap(said -> scalars.number(said, key + ".to"));
        Optional<SpecNode> step = fields.get("step");
        Optional<SpecNode> count = fields.get("count");
        if (step.isPresent() == count.isPresent()) {
            problems.add(
                    node,
                    key,
                    "must hold either step or count",
                    step.isPresent() ? "keep one of them" : "add step: ...");
            return Optional.empty();
        }
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().compareTo(to.get()) > 0) {
            problems.add(node, key, "from " + from.get() + " is above to " + to.get(), "exchange the two");
            return Optional.empty();
        }
        BigDecimal length = to.get().subtract(from.get());
        Optional<List<BigDecimal>> numbers = step.isPresent()
                ? scalars.number(step.get(), key + ".step").flatMap(by -> byStep(step.get(), key, length, by))
                : scalars.whole(count.get(), key + ".count", 2, Grid.MOST_VALUES)
                        .map(steps -> byCount(length, steps));
        return numbers.flatMap(offsets -> inDomain(node, key, from.get(), offsets));
    }

    private Optional<List<BigDecimal>> byStep(SpecNode node, String key, BigDecimal length, BigDecimal step) {
        if (step.signum() <= 0) {
            problems.add(node, key + ".step", "must be above 0", "write a positive step");
            return Optional.empty();
        }
        BigDecimal count = length.divideToIntegralValue(step).add(BigDecimal.ONE);
        if (count.compareTo(BigDecimal.valueOf(Grid.MOST_VALUES)) > 0) {
            problems.add(
                    node,
                    key + ".step",
                    "makes " + count.toBigInteger() + " values; one grid may have " + Grid.MOST_VALUES,
                    "use a larger step, or uniform");
            return Optional.empty();
        }
        List<BigDecimal> offsets = new ArrayList<>();
        for (int i = 0; i < count.intValueExact(); i++) {
            offsets.add(step.multiply(BigDecimal.valueOf(i)));
        }
        return Optional.of(offsets);
    }

    private static List<BigDecimal> byCount(BigDecimal length, long count) {
        List<BigDecimal> offsets = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            offsets.add(length.multiply(BigDecimal.valueOf(i))
                    .divide(BigDecimal.valueOf(count - 1), DECIMALS, RoundingMode.HALF_EVEN));
        }
        return offsets;
    }

    private Optional<List<Value>> inDomain(SpecNode node, String key, BigDecimal from, List<BigDecimal> offsets) {
        List<Value> values = new ArrayList<>();
        for (BigDecimal offset : offsets) {
            Optional<Value> value =
                    parameter.inDomain(node, key, Value.of(from.add(offset).doubleValue()));
            if (value.isEmpty()) {
                return Optional.empty(); // one report for a whole range is enough
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }
}
