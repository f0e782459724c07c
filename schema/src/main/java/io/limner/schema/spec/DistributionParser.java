package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Scalar;
import io.limner.schema.spec.SpecNode.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a spec says about one parameter. A new distribution gets its keyword here and its record beside {@link Uniform}. */
final class DistributionParser {
    static final List<String> KEYWORDS = List.of(
            "fixed",
            "choice",
            "quota",
            "uniform",
            "log_uniform",
            "normal",
            "beta",
            "grid",
            "bins",
            "sobol",
            "lhs",
            "copy",
            "expression");
    /** What can be spread by {@code sobol} and {@code lhs}. */
    static final List<String> SPREADABLE = List.of("choice", "uniform", "log_uniform", "normal", "beta");

    private final Parameter parameter;
    private final Problems problems;
    private final Scalars scalars;
    private final GridParser grids;
    private final DerivedParser derived;

    DistributionParser(Parameter parameter, Problems problems) {
        this.parameter = parameter;
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.grids = new GridParser(this, problems);
        this.derived = new DerivedParser(parameter, problems);
    }

    /** The distribution that {@code node} describes, or nothing and at least one problem. */
    Optional<Distribution> parse(SpecNode node) {
        String key = parameter.name();
        if (node instanceof Scalar) {
            return value(node, key).map(Fixed::new);
        }
        if (!(node instanceof Mapping mapping)) {
            problems.add(
                    node, key, "a bare list does not say how to draw", "write { choice: [...] } or { grid: [...] }");
            return Optional.empty();
        }
        if (mapping.entries().size() != 1) {
            problems.add(node, key, "must hold exactly one of " + String.join(", ", KEYWORDS), "keep one of them");
            return Optional.empty();
        }
        Entry only = mapping.entries().get(0);
        String keyword = only.key().written();
        String inner = key + "." + keyword;
        SpecNode said = only.value();
        return switch (keyword) {
            case "quota" -> new QuotaParser(this, problems).quota(said, inner);
            case "grid" ->
                grids.parse(said, inner)
                        .flatMap(values -> checked(
                                said, inner, "list 1 to " + Grid.MOST_VALUES + " values", () -> new Grid(values)));
            case "bins" -> bins(said, inner);
            case "sobol" -> spread(Spread.Method.SOBOL, said, inner);
            case "lhs" -> spread(Spread.Method.LHS, said, inner);
            case "copy" -> derived.copy(said, inner);
            case "expression" -> derived.expression(said, inner);
            default -> drawn(only, key);
        };
    }

    /** What is drawn by a distribution of its own. */
    private Optional<Distribution> drawn(Entry only, String key) {
        String keyword = only.key().written();
        String inner = key + "." + keyword;
        SpecNode said = only.value();
        return switch (keyword) {
            case "fixed" -> value(said, inner).map(Fixed::new);
            case "choice" -> choice(said, inner);
            case "uniform" -> interval(said, inner, Uniform::new);
            case "log_uniform" -> interval(said, inner, LogUniform::new);
            case "normal" -> normal(said, inner);
            case "beta" -> beta(said, inner);
            default -> {
                problems.add(
                        only.key(),
                        key,
                        "must be drawn by one of " + String.join(", ", KEYWORDS),
                        Scalars.choose(keyword, KEYWORDS));
                yield Optional.empty();
            }
        };
    }

    private Optional<Distribution> spread(Spread.Method method, SpecNode node, String key) {
        if (node instanceof Sequence) {
            return interval(node, key, Uniform::new)
                    .flatMap(drawn -> spread(method, Spread.STANDARD_GROUP, drawn, node, key));
        }
        if (!(node instanceof Mapping mapping)) {
            problems.add(node, key, "must say what to spread", "write [low, high], or { normal: { ... } }");
            return Optional.empty();
        }
        Optional<String> group = Optional.of(Spread.STANDARD_GROUP);
        List<Entry> rest = new ArrayList<>(mapping.entries());
        if (method == Spread.Method.SOBOL && mapping.get("group") != null) {
            group = scalars.word(mapping.get("group"), key + ".group");
            rest.removeIf(entry -> entry.key().written().equals("group"));
        }
        if (rest.size() != 1 || !SPREADABLE.contains(rest.get(0).key().written())) {
            problems.add(node, key, "must hold exactly one of " + String.join(", ", SPREADABLE), "keep one of them");
            return Optional.empty();
        }
        Optional<String> named = group;
        return drawn(rest.get(0), key).flatMap(drawn -> named.flatMap(name -> spread(method, name, drawn, node, key)));
    }

    private Optional<Distribution> spread(
            Spread.Method method, String group, Distribution drawn, SpecNode node, String key) {
        String named = method == Spread.Method.SOBOL ? group : "";
        if (!named.matches("[a-z0-9_-]{0,64}")) {
            problems.add(node, key + ".group", "must be lower-case letters and digits", "write e.g. pose");
            return Optional.empty();
        }
        return checked(node, key, "spread a range", () -> new Spread(method, named, (Quantile) drawn));
    }

    /** One value of this parameter's domain, or nothing and a problem. */
    Optional<Value> value(SpecNode node, String key) {
        Domain domain = parameter.domain();
        if (domain instanceof Domain.Names names) {
            return scalars.oneOf(node, key, names.names()).map(Value::of);
        }
        if (domain instanceof Domain.Integers integers) {
            return scalars.whole(node, key, integers.min(), integers.max()).map(number -> Value.of((double) number));
        }
        return scalars.number(node, key).flatMap(number -> inDomain(node, key, Value.of(number.doubleValue())));
    }

    /** The value if the parameter allows it, or nothing and a problem. */
    Optional<Value> inDomain(SpecNode node, String key, Value value) {
        if (parameter.domain().contains(value)) {
            return Optional.of(value);
        }
        String unit = parameter.domain().unit();
        problems.add(
                node,
                key,
                "must be " + (parameter.domain() instanceof Domain.Integers ? "a whole number from " : "from ")
                        + parameter.domain().text() + (unit.isEmpty() ? "" : " " + unit),
                "choose a value in that range");
        return Optional.empty();
    }

    /** Whether the parameter's values are numbers; if not, that is a problem. */
    boolean requireNumbers(SpecNode node, String key) {
        if (parameter.domain() instanceof Domain.Names names) {
            problems.add(
                    node,
                    key,
                    "needs numbers, but the values are " + names.text(),
                    "use choice, or grid with a list of them");
            return false;
        }
        return true;
    }

    private Optional<Distribution> choice(SpecNode node, String key) {
        SortedMap<Value, Double> weights = new TreeMap<>();
        boolean sound = true;
        if (node instanceof Sequence list) {
            for (SpecNode item : list.items()) {
                Optional<Value> value = value(item, key);
                sound &= value.isPresent();
                if (value.isPresent() && weights.put(value.get(), 1.0) != null) {
                    problems.add(
                            item, key, "is listed twice", "to draw it more often, give weights: { value: weight }");
                    sound = false;
                }
            }
        } else if (node instanceof Mapping map) {
            for (Entry entry : map.entries()) {
                // A key is a number as soon as it reads like one: JSON has no other keys than quoted ones.
                Optional<Value> value =
                        value(new Scalar(entry.key().mark(), entry.key().written(), true), key);
                Optional<BigDecimal> weight =
                        scalars.number(entry.value(), key + "." + entry.key().written());
                sound &= value.isPresent() && weight.isPresent();
                if (sound && weights.put(value.get(), weight.get().doubleValue()) != null) {
                    problems.add(entry.key(), key, "is listed twice", "keep one of the two");
                    sound = false;
                }
            }
        } else {
            problems.add(node, key, "must list what to choose from", "write [a, b] or { a: weight, b: weight }");
            return Optional.empty();
        }
        return sound
                ? checked(node, key, "give a positive weight to at least one value", () -> new Choice(weights))
                : Optional.empty();
    }

    /** Makes a distribution of two bounds. */
    private interface OfBounds {
        Distribution make(double low, double high, Grain grain);
    }

    private Optional<Distribution> interval(SpecNode node, String key, OfBounds type) {
        if (!requireNumbers(node, key)) {
            return Optional.empty();
        }
        if (!(node instanceof Sequence list) || list.items().size() != 2) {
            problems.add(node, key, "must be two numbers", "write [low, high]");
            return Optional.empty();
        }
        Optional<Value> low = value(list.items().get(0), key);
        Optional<Value> high = value(list.items().get(1), key);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        return checked(
                node,
                key,
                "write [low, high]",
                () -> type.make(
                        low.get().number(),
                        high.get().number(),
                        parameter.domain().grain()));
    }

    private Optional<Distribution> bins(SpecNode node, String key) {
        if (!requireNumbers(node, key)) {
            return Optional.empty();
        }
        if (!(node instanceof Sequence list)) {
            problems.add(node, key, "must list the edges", "write [18, 30, 45, 60]");
            return Optional.empty();
        }
        return values(list, key)
                .flatMap(edges -> checked(
                        node,
                        key,
                        "list two or more edges, ascending",
                        () -> new Bins(
                                edges.stream().map(Value::number).toList(),
                                parameter.domain().grain())));
    }

    private Optional<Distribution> beta(SpecNode node, String key) {
        if (!requireNumbers(node, key)) {
            return Optional.empty();
        }
        Fields fields = Fields.of(node, key, List.of("alpha", "beta", "min", "max"), problems);
        Optional<BigDecimal> alpha = fields.get("alpha").flatMap(said -> scalars.number(said, key + ".alpha"));
        Optional<BigDecimal> beta = fields.get("beta").flatMap(said -> scalars.number(said, key + ".beta"));
        Optional<Value> min = fields.get("min").flatMap(said -> value(said, key + ".min"));
        Optional<Value> max = fields.get("max").flatMap(said -> value(said, key + ".max"));
        fields.requireAll();
        if (alpha.isEmpty() || beta.isEmpty() || min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        return checked(
                node,
                key,
                "choose shapes such as 2 and 5, and min below max",
                () -> new Beta(
                        alpha.get().doubleValue(),
                        beta.get().doubleValue(),
                        min.get().number(),
                        max.get().number(),
                        parameter.domain().grain()));
    }

    private Optional<Distribution> normal(SpecNode node, String key) {
        if (!requireNumbers(node, key)) {
            return Optional.empty();
        }
        Fields fields = Fields.of(node, key, List.of("mean", "sd", "min", "max"), problems);
        Optional<BigDecimal> mean = fields.get("mean").flatMap(said -> scalars.number(said, key + ".mean"));
        Optional<BigDecimal> sd = fields.get("sd").flatMap(said -> scalars.number(said, key + ".sd"));
        Optional<Value> min = fields.get("min").flatMap(said -> value(said, key + ".min"));
        Optional<Value> max = fields.get("max").flatMap(said -> value(said, key + ".max"));
        fields.requireAll();
        if (mean.isEmpty() || sd.isEmpty() || min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        return checked(
                node,
                key,
                "keep sd above 0, and min below max, not far from the mean",
                () -> new Normal(
                        mean.get().doubleValue(),
                        sd.get().doubleValue(),
                        min.get().number(),
                        max.get().number(),
                        parameter.domain().grain()));
    }

    /** What {@code make} makes, or nothing and a problem with its message. */
    Optional<Distribution> checked(SpecNode node, String key, String remedy, Supplier<Distribution> make) {
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException wrong) {
            problems.add(node, key, wrong.getMessage(), remedy);
            return Optional.empty();
        }
    }

    /** Several distributions of one kind of parsing share this: a list of numbers in the parameter's domain. */
    Optional<List<Value>> values(Sequence list, String key) {
        List<Value> values = new ArrayList<>();
        for (SpecNode item : list.items()) {
            value(item, key).ifPresent(values::add);
        }
        return values.size() == list.items().size() ? Optional.of(values) : Optional.empty();
    }
}
