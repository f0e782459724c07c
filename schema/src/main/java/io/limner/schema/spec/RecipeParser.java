package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys {@code parameters}, {@code conditions} and {@code exclude}, of a spec or of a variant. */
final class RecipeParser {
    private final Problems problems;
    private final Written written;

    RecipeParser(Problems problems, Written written) {
        this.problems = problems;
        this.written = written;
    }

    /** What the three keys say; nothing that they do not say. */
    Recipe parse(Fields fields) {
        return new Recipe(
                fields.get("parameters")
                        .map(said -> parameters(said, "parameters"))
                        .orElse(Map.of()),
                fields.get("conditions").map(this::rules).orElse(List.of()),
                fields.get("exclude").map(this::exclusions).orElse(List.of()));
    }

    private Map<String, Distribution> parameters(SpecNode said, String path) {
        Map<String, Distribution> drawn = new TreeMap<>();
        Fields.of(said, path, Parameters.names(), problems);
        if (said instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                String name = entry.key().written();
                if (Parameters.exists(name)) {
                    new DistributionParser(Parameters.named(name), problems)
                            .parse(entry.value())
                            .ifPresent(distribution -> drawn.put(name, written.at(distribution, entry.value(), name)));
                }
            }
        }
        return drawn;
    }

    private List<Rule> rules(SpecNode said) {
        List<Rule> rules = new ArrayList<>();
        for (SpecNode item : list(said, "conditions", "- { when: subject.age < 18, then: { hair.stubble: 0 } }")) {
            Fields fields = Fields.of(item, "conditions", List.of("when", "then"), problems);
            Optional<Formula> when = fields.get("when").flatMap(node -> condition(node, "conditions.when"));
            Optional<SpecNode> then = fields.get("then");
            fields.requireAll();
            if (when.isPresent() && then.isPresent()) {
                Rule rule = new Rule(when.get(), parameters(then.get(), "conditions.then"));
                if (rule.then().isEmpty()
                        && then.get() instanceof Mapping empty
                        && empty.entries().isEmpty()) {
                    problems.add(then.get(), "conditions.then", "sets no parameter", "write { hair.stubble: 0 }");
                }
                rules.add(rule);
            }
        }
        return rules;
    }

    private List<Formula> exclusions(SpecNode said) {
        List<Formula> exclusions = new ArrayList<>();
        for (SpecNode item : list(said, "exclude", "- head.yaw > 40 and head.pitch > 20")) {
            condition(item, "exclude").ifPresent(exclusions::add);
        }
        return exclusions;
    }

    private Optional<Formula> condition(SpecNode node, String key) {
        return FormulaParser.parse(node, key, Formula.Kind.TRUTH, problems)
                .map(formula -> written.at(formula, node, key));
    }

    private List<SpecNode> list(SpecNode said, String key, String example) {
        if (said instanceof Sequence list) {
            return list.items();
        }
        problems.add(said, key, "must be a list", "write " + example);
        return List.of();
    }
}
