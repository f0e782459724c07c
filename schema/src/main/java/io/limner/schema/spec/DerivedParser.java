package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Values that follow from other parameters: {@code copy} and {@code expression}. */
final class DerivedParser {
    private final Parameter parameter;
    private final Problems problems;
    private final Scalars scalars;

    DerivedParser(Parameter parameter, Problems problems) {
        this.parameter = parameter;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Optional<Distribution> copy(SpecNode node, String key) {
        Optional<SpecNode> source = Optional.of(node);
        Optional<BigDecimal> offset = Optional.of(BigDecimal.ZERO);
        if (!(node instanceof Scalar)) {
            Fields fields = Fields.of(node, key, List.of("of", "offset"), problems);
            source = fields.require("of", "add of: subject.age");
            if (fields.get("offset").isPresent()) {
                offset = fields.get("offset").flatMap(said -> scalars.number(said, key + ".offset"));
            }
        }
        Optional<String> name = source.flatMap(said -> existing(said, key));
        if (name.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        boolean names = Parameters.named(name.get()).domain() instanceof Domain.Names;
        if (names != parameter.domain() instanceof Domain.Names
                || (names && offset.get().signum() != 0)) {
            problems.add(
                    node,
                    key,
                    names ? "copies names, which are no numbers" : "copies numbers, which are no names",
                    "copy a parameter of the same kind" + (names ? ", without an offset" : ""));
            return Optional.empty();
        }
        return Optional.of(new Copy(
                name.get(), offset.get().doubleValue(), parameter.domain().grain()));
    }

    Optional<Distribution> expression(SpecNode node, String key) {
        Formula.Kind wanted = parameter.domain() instanceof Domain.Names ? Formula.Kind.NAME : Formula.Kind.NUMBER;
        return FormulaParser.parse(node, key, wanted, problems)
                .map(formula -> new Computed(formula, parameter.domain().grain()));
    }

    private Optional<String> existing(SpecNode said, String key) {
        Optional<String> name = scalars.word(said, key);
        if (name.isPresent() && !Parameters.exists(name.get())) {
            problems.add(
                    said,
                    key,
                    "must name a parameter",
                    Nearest.to(name.get(), Parameters.names())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("'limner parameters' lists them"));
            return Optional.empty();
        }
        return name;
    }
}
