package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Sequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What draws numbers between bounds: {@code uniform}, {@code log_uniform}, {@code normal}, {@code beta}, {@code bins}. */
final class CurveParser {
    private final DistributionParser parameter;
    private final Problems problems;
    private final Scalars scalars;

    CurveParser(DistributionParser parameter, Problems problems) {
        this.parameter = parameter;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** Makes a distribution of two bounds. */
    interface OfBounds {
        Distribution make(double low, double high, Grain grain);
    }

    /** Makes a distribution of two numbers that shape it, and two bounds. */
    private interface OfShape {
        Distribution make(double first, double second, double min, double max);
    }

    Optional<Distribution> interval(SpecNode node, String key, OfBounds type) {
        if (!parameter.requireNumbers(node, key)) {
            return Optional.empty();
        }
        if (!(node instanceof Sequence list) || list.items().size() != 2) {
            problems.add(node, key, "must be two numbers", "write [low, high]");
            return Optional.empty();
        }
        return parameter
                .values(list, key)
                .flatMap(bounds -> parameter.checked(
                        node,
                        key,
                        "write [low, high]",
                        () -> type.make(bounds.get(0).number(), bounds.get(1).number(), parameter.grain())));
    }

    Optional<Distribution> bins(SpecNode node, String key) {
        if (!parameter.requireNumbers(node, key)) {
            return Optional.empty();
        }
        if (!(node instanceof Sequence list)) {
            problems.add(node, key, "must list the edges", "write [18, 30, 45, 60]");
            return Optional.empty();
        }
        return parameter
                .values(list, key)
                .flatMap(edges -> parameter.checked(
                        node,
                        key,
                        "list two or more edges, ascending",
                        () -> new Bins(edges.stream().map(Value::number).toList(), parameter.grain())));
    }

    Optional<Distribution> normal(SpecNode node, String key) {
        return shaped(
                node,
                key,
                List.of("mean", "sd"),
                "keep sd above 0, and min below max, not far from the mean",
                (mean, sd, min, max) -> new Normal(mean, sd, min, max, parameter.grain()));
    }

    Optional<Distribution> beta(SpecNode node, String key) {
        return shaped(
                node,
                key,
                List.of("alpha", "beta"),
                "choose shapes such as 2 and 5, and min below max",
                (alpha, beta, min, max) -> new Beta(alpha, beta, min, max, parameter.grain()));
    }

    private Optional<Distribution> shaped(SpecNode node, String key, List<String> shape, String remedy, OfShape type) {
        if (!parameter.requireNumbers(node, key)) {
            return Optional.empty();
        }
        Fields fields = Fields.of(node, key, List.of(shape.get(0), shape.get(1), "min", "max"), problems);
        Optional<BigDecimal> first = number(fields, shape.get(0), key);
        Optional<BigDecimal> second = number(fields, shape.get(1), key);
        Optional<Value> min = fields.get("min").flatMap(said -> parameter.value(said, key + ".min"));
        Optional<Value> max = fields.get("max").flatMap(said -> parameter.value(said, key + ".max"));
        fields.requireAll();
        if (first.isEmpty() || second.isEmpty() || min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        return parameter.checked(
                node,
                key,
                remedy,
                () -> type.make(
                        first.get().doubleValue(),
                        second.get().doubleValue(),
                        min.get().number(),
                        max.get().number()));
    }

    private Optional<BigDecimal> number(Fields fields, String name, String key) {
        return fields.get(name).flatMap(said -> scalars.number(said, key + "." + name));
    }
}
