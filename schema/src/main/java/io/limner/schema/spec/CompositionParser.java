package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Scalar;
import io.limner.schema.spec.SpecNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The keys {@code variants}, {@code per_subject} and {@code split}. */
final class CompositionParser {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)*");
    private static final List<String> WHO = List.of("subject", "hair");

    private final Problems problems;
    private final Scalars scalars;
    private final RecipeParser recipes;

    CompositionParser(Problems problems, RecipeParser recipes) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.recipes = recipes;
    }

    List<Variant> variants(SpecNode said) {
        List<Variant> variants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (!(said instanceof Sequence list) || list.items().isEmpty()) {
            problems.add(said, "variants", "must be a list of variants", "write - { name: core, samples: 1000 }");
            return variants;
        }
        for (SpecNode item : list.items()) {
            Fields fields = Fields.of(
                    item,
                    "variants",
                    List.of("name", "samples", "per_subject", "parameters", "conditions", "exclude"),
                    problems);
            Optional<String> name =
                    fields.require("name", "add name: core").flatMap(node -> name(node, "variants.name"));
            Optional<Long> samples = fields.require("samples", "add samples: 1000")
                    .flatMap(node -> scalars.whole(node, "variants.samples", 1, SpecParser.MOST_SAMPLES));
            Recipe changes = recipes.parse(fields);
            Optional<Subjects> subjects = fields.get("per_subject").map(this::subjects);
            if (name.isPresent() && !names.add(name.get())) {
                problems.add(
                        fields.get("name").orElseThrow(), "variants.name", "is the name of two variants", "rename one");
            } else if (name.isPresent() && samples.isPresent()) {
                variants.add(new Variant(name.get(), samples.get(), changes, subjects));
            }
        }
        return variants;
    }

    Subjects subjects(SpecNode said) {
        Fields fields = said instanceof Scalar
                ? null
                : Fields.of(said, "per_subject", List.of("samples", "keep", "vary"), problems);
        Optional<SpecNode> count = fields == null ? Optional.of(said) : fields.require("samples", "add samples: 5");
        int samples = count.flatMap(node -> scalars.whole(node, "per_subject.samples", 1, Subjects.MOST))
                .map(Long::intValue)
                .orElse(1);
        Optional<SpecNode> keep = fields == null ? Optional.empty() : fields.get("keep");
        Optional<SpecNode> vary = fields == null ? Optional.empty() : fields.get("vary");
        if (keep.isPresent() && vary.isPresent()) {
            problems.add(vary.get(), "per_subject.vary", "says again what keep says", "keep one of the two");
        }
        Set<String> kept = vary.map(node -> {
                    Set<String> rest = new TreeSet<>(Parameters.names());
                    rest.removeAll(names(node, "per_subject.vary"));
                    return rest;
                })
                .or(() -> keep.map(node -> names(node, "per_subject.keep")))
                .orElseGet(() -> {
                    Set<String> who = new TreeSet<>();
                    WHO.forEach(prefix -> who.addAll(below(prefix)));
                    return who;
                });
        return samples == 1 ? Subjects.SINGLE : new Subjects(samples, kept);
    }

    /** Parameters by their names, or by what their names begin with. */
    private Set<String> names(SpecNode said, String key) {
        Set<String> names = new TreeSet<>();
        if (!(said instanceof Sequence list)) {
            problems.add(said, key, "must be a list of parameters", "write e.g. [subject, hair.style]");
            return names;
        }
        for (SpecNode item : list.items()) {
            Optional<String> word = scalars.word(item, key);
            Set<String> found = word.map(CompositionParser::below).orElse(Set.of());
            if (word.isPresent() && found.isEmpty()) {
                problems.add(
                        item,
                        key,
                        "is no parameter, and no parameter's name begins so",
                        Nearest.to(word.get(), Parameters.names())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("'limner parameters' lists them"));
            }
            names.addAll(found);
        }
        return names;
    }

    private static Set<String> below(String prefix) {
        Set<String> names = new TreeSet<>();
        for (String name : Parameters.names()) {
            if (name.equals(prefix) || name.startsWith(prefix + ".")) {
                names.add(name);
            }
        }
        return names;
    }

    Split split(SpecNode said) {
        SortedMap<String, Integer> shares = new TreeMap<>();
        if (!(said instanceof Mapping mapping) || mapping.entries().size() < 2) {
            problems.add(
                    said,
                    "split",
                    "must give at least two parts their shares",
                    "write { train: 8, validation: 1, test: 1 }");
            return Split.NONE;
        }
        for (Entry entry : mapping.entries()) {
            Optional<String> name = name(entry.key(), "split");
            Optional<Long> share =
                    scalars.whole(entry.value(), "split." + entry.key().written(), 1, Split.MOST);
            if (name.isPresent() && share.isPresent()) {
                shares.put(name.get(), share.get().intValue());
            }
        }
        Split split = new Split(shares);
        if (shares.values().stream().mapToLong(Integer::longValue).sum() > Split.MOST) {
            problems.add(said, "split", "adds up to more than " + Split.MOST, "write shares such as 8, 1, 1");
        }
        return split;
    }

    private Optional<String> name(SpecNode node, String key) {
        Optional<String> name = scalars.word(node, key);
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            problems.add(
                    node, key, "must be lower-case letters and digits, joined by single - or _", "write e.g. core");
            return Optional.empty();
        }
        return name;
    }
}
