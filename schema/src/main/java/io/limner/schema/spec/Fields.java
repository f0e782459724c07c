package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import java.util.List;
import java.util.Optional;

/** The keys of a mapping that may hold only certain keys. */
final class Fields {
    /** A message lists this many names at most. */
    private static final int FEW = 10;

    private final SpecNode node;
    private final String path;
    private final List<String> allowed;
    private final Problems problems;

    private Fields(SpecNode node, String path, List<String> allowed, Problems problems) {
        this.node = node;
        this.path = path;
        this.allowed = allowed;
        this.problems = problems;
    }

    /** Checks that {@code node} is a mapping with no key but the {@code allowed}; whatever is wrong is a problem. */
    static Fields of(SpecNode node, String path, List<String> allowed, Problems problems) {
        Fields fields = new Fields(node, path, allowed, problems);
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(fields::check);
        } else {
            problems.add(node, path, "must be a mapping of " + fields.known(), "write { " + allowed.get(0) + ": ... }");
        }
        return fields;
    }

    /** The value of {@code key}, if it is there. */
    Optional<SpecNode> get(String key) {
        return node instanceof Mapping mapping ? Optional.ofNullable(mapping.get(key)) : Optional.empty();
    }

    /** The value of {@code key}; a problem if it is not there. */
    Optional<SpecNode> require(String key, String remedy) {
        Optional<SpecNode> value = get(key);
        if (value.isEmpty() && node instanceof Mapping) {
            problems.add(
                    new SpecProblem(node.mark().source(), node.mark().line(), full(key), "", "is missing", remedy));
        }
        return value;
    }

    /** Every allowed key must be there. */
    void requireAll() {
        allowed.forEach(key -> require(key, "add " + key + ": ..."));
    }

    private void check(Entry entry) {
        String key = entry.key().written();
        if (allowed.contains(key)) {
            return;
        }
        Optional<String> dotted =
                allowed.stream().filter(name -> name.startsWith(key + ".")).findFirst();
        String remedy = Nearest.to(key, allowed)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("remove it");
        SpecNode.Mark mark = entry.key().mark();
        problems.add(new SpecProblem(
                mark.source(),
                mark.line(),
                full(key),
                entry.value().text(),
                "there is no such key; known are " + known(),
                dotted.map(name -> "names are dotted, not nested: write " + name + ": ...")
                        .orElse(remedy)));
    }

    private String full(String key) {
        return path.isEmpty() || key.contains(".") ? key : path + "." + key;
    }

    private String known() {
        return allowed.size() <= FEW
                ? String.join(", ", allowed)
                : String.join(", ", allowed.subList(0, 3)) + " and " + (allowed.size() - 3) + " more";
    }
}
