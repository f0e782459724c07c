package io.limner.job.coverage;

import io.limner.schema.spec.Bins;
import io.limner.schema.spec.Choice;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Distribution;
import io.limner.schema.spec.Domain;
import io.limner.schema.spec.Drawn;
import io.limner.schema.spec.Fixed;
import io.limner.schema.spec.Grid;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.Quantile;
import io.limner.schema.spec.Quota;
import io.limner.schema.spec.Recipe;
import io.limner.schema.spec.Section;
import io.limner.schema.spec.Spread;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleFunction;

/** Chooses what the samples of a spec are counted by. */
final class Attributes {
    /** Ranges of a number whose spec names none. */
    private static final int RANGES = 8;
    /** A number with at most so many values is counted value by value. */
    private static final int FEW = 24;
    /** So many attributes, the first ones, are counted in pairs as well, which grow with the square. */
    static final int PAIRED = 24;

    private Attributes() {}

    /** The attributes that a spec declares, but for those that never change and the seeds; if it declares none, all. */
    static List<Attribute> of(DatasetSpec spec, List<String> declared) {
        List<Attribute> attributes = new ArrayList<>();
        List<Section> sections = spec.composition().sections();
        for (String name : declared.isEmpty() ? Parameters.names() : declared) {
            List<Distribution> ways = ways(sections, name);
            Domain domain = Parameters.named(name).domain();
            boolean seed = domain instanceof Domain.Integers whole && whole.max() - whole.min() >= 1000;
            boolean constant = ways.size() == 1 && ways.get(0) instanceof Fixed;
            if (!seed && !constant) {
                attributes.add(attribute(name, domain, ways));
            }
        }
        return attributes;
    }

    /** All ways in which a parameter is drawn, each once. */
    static List<Distribution> ways(List<Section> sections, String name) {
        Set<Distribution> ways = new LinkedHashSet<>();
        for (Section section : sections) {
            Recipe recipe = section.recipe();
            ways.add(recipe.parameters().get(name));
            recipe.rules().forEach(rule -> {
                if (rule.then().containsKey(name)) {
                    ways.add(rule.then().get(name));
                }
            });
        }
        return List.copyOf(ways);
    }

    private static Attribute attribute(String name, Domain domain, List<Distribution> ways) {
        Set<Value> values = new TreeSet<>();
        boolean discrete = true;
        boolean own = true;
        for (Distribution way : ways) {
            Distribution bare = way instanceof Spread spread ? spread.drawn() : way;
            discrete &=
                    bare instanceof Choice || bare instanceof Grid || bare instanceof Quota || bare instanceof Fixed;
            own &= way instanceof Drawn;
            values.addAll(possible(bare));
        }
        if (domain instanceof Domain.Names names) {
            List<Value> sorted = own
                    ? List.copyOf(values)
                    : names.names().stream().sorted().map(Value::of).toList();
            return new Attribute(name, sorted, List.of(), List.of());
        }
        if (discrete && values.size() <= FEW) {
            return new Attribute(name, List.copyOf(values), List.of(), List.of());
        }
        double min = own ? values.iterator().next().number() : low(domain);
        double max = own ? values.stream().mapToDouble(Value::number).max().orElseThrow() : high(domain);
        if (domain instanceof Domain.Integers && max - min < FEW && !(ways.get(0) instanceof Bins)) {
            List<Value> whole = new ArrayList<>();
            for (double value = min; value <= max; value++) {
                whole.add(Value.of(value));
            }
            return new Attribute(name, whole, List.of(), List.of());
        }
        if (ways.size() == 1 && ways.get(0) instanceof Bins bins && bins.size() <= FEW) {
            return new Attribute(name, List.of(), bins.edges(), List.of());
        }
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i <= RANGES; i++) {
            edges.add(i == RANGES ? max : min + (max - min) * i / RANGES);
        }
        boolean smooth = ways.size() == 1 && own && !discrete && domain instanceof Domain.Numbers;
        return new Attribute(name, List.of(), edges, smooth ? curve((Quantile) ways.get(0), min, max) : List.of());
    }

    /** The values of what is discrete, and the bounds of what is not. */
    private static List<Value> possible(Distribution way) {
        if (way instanceof Choice choice) {
            return choice.weights().entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(java.util.Map.Entry::getKey)
                    .toList();
        }
        return way.bounds();
    }

    private static List<Double> curve(Quantile way, double min, double max) {
        DoubleFunction<Value> quantile = way.quantile();
        List<Double> curve = new ArrayList<>();
        curve.add(min);
        for (int i = 1; i < Attribute.CURVE; i++) {
            curve.add(quantile.apply(i / (double) Attribute.CURVE).number());
        }
        curve.add(max);
        return curve;
    }

    private static double low(Domain domain) {
        return domain instanceof Domain.Numbers numbers ? numbers.min() : ((Domain.Integers) domain).min();
    }

    private static double high(Domain domain) {
        return domain instanceof Domain.Numbers numbers ? numbers.max() : ((Domain.Integers) domain).max();
    }
}
