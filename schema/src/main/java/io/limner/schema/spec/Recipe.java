package io.limner.schema.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the parameters of some samples are drawn.
 *
 * @param parameters how each is drawn, by its dotted name, sorted
 * @param rules where some are drawn otherwise; of several that hold, the last one counts
 * @param exclusions conditions that hold for no sample: one for which any does is drawn again
 */
public record Recipe(Map<String, Distribution> parameters, List<Rule> rules, List<Formula> exclusions) {
    public Recipe {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        rules = List.copyOf(rules);
        exclusions = List.copyOf(exclusions);
    }

    /**
     * This recipe with the parameters of another in the place of its own, which its own rules then leave alone, and with the other's rules
     * and exclusions after its own.
     */
    Recipe with(Recipe changes) {
        Map<String, Distribution> drawn = new TreeMap<>(parameters);
        drawn.putAll(changes.parameters);
        List<Rule> left = new ArrayList<>();
        for (Rule rule : rules) {
            Map<String, Distribution> then = new TreeMap<>(rule.then());
            then.keySet().removeAll(changes.parameters.keySet());
            if (!then.isEmpty()) {
                left.add(new Rule(rule.when(), then));
            }
        }
        return new Recipe(drawn, join(left, changes.rules), join(exclusions, changes.exclusions));
    }

    /** Every way in which a parameter may be drawn: its own, and those of the rules that set it. */
    public List<Distribution> ways(String parameter) {
        List<Distribution> ways = new ArrayList<>();
        ways.add(parameters.get(parameter));
        rules.stream()
                .filter(rule -> rule.then().containsKey(parameter))
                .forEach(rule -> ways.add(rule.then().get(parameter)));
        return ways;
    }

    /** The parameters that enter the value of this one directly: through a copy, an expression or a condition. */
    public Set<String> references(String parameter) {
        Set<String> names = new LinkedHashSet<>();
        for (Distribution way : ways(parameter)) {
            if (way instanceof Derived derived) {
                names.addAll(derived.references());
            }
        }
        for (Rule rule : rules) {
            if (rule.then().containsKey(parameter)) {
                names.addAll(rule.when().references());
            }
        }
        return names;
    }

    /** The parameters that enter these, directly or through others, and these themselves. */
    public Set<String> roots(Set<String> parameters) {
        Set<String> all = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(parameters);
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (all.add(next)) {
                open.addAll(references(next));
            }
        }
        return all;
    }

    /** Rules and exclusions as canonical JSON takes them, keyed as in a spec; nothing for what is not there. */
    Map<String, Object> json() {
        Map<String, Object> said = new TreeMap<>();
        if (!parameters.isEmpty()) {
            said.put("parameters", json(parameters));
        }
        if (!rules.isEmpty()) {
            said.put("conditions", rules.stream().map(Rule::json).toList());
        }
        if (!exclusions.isEmpty()) {
            said.put("exclude", exclusions.stream().map(Formula::text).toList());
        }
        return said;
    }

    static Map<String, Object> json(Map<String, Distribution> parameters) {
        Map<String, Object> drawn = new TreeMap<>();
        parameters.forEach((parameter, distribution) -> drawn.put(parameter, distribution.json()));
        return drawn;
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
