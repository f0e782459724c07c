package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Scalar;
import io.limner.schema.spec.SpecNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final WeightsParser weights;
    private final CurveParser curves;

    DistributionParser(Parameter parameter, Problems problems) {
        this.parameter = parameter;
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.grids = new GridParser(this, problems);
        this.derived = new DerivedParser(parameter, problems);
        this.weights = new WeightsParser(this, problems);
        this.curves = new CurveParser(this, problems);
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
            case "quota" -> weights.quota(said, inner);
            case "grid" ->
                grids.parse(said, inner)
                        .flatMap(values -> checked(
                                said, inner, "list 1 to " + Grid.MOST_VALUES + " values", () -> new Grid(values)));
            case "bins" -> curves.bins(said, inner);
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
            case "choice" -> weights.choice(said, inner);
            case "uniform" -> curves.interval(said, inner, Uniform::new);
            case "log_uniform" -> curves.interval(said, inner, LogUniform::new);
            case "normal" -> curves.normal(said, inner);
            case "beta" -> curves.beta(said, inner);
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
            return curves.interval(node, key, Uniform::new)
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

    /** How this parameter's values are rounded. */
    Grain grain() {
        return parameter.domain().grain();
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
