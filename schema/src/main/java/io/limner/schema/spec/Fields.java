package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import java.util.List;
import java.util.Optional;

/** The keys of a mapping that may hold only certain keys. */
final class Fields {
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
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                String key = entry.key().written();
                if (!allowed.contains(key)) {
                    problems.add(
                            entry.key(),
                            path.isEmpty() ? key : path,
                            "there is no such key; known are " + String.join(", ", allowed),
                            Nearest.to(key, allowed)
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("remove it"));
                }
            }
        } else {
            problems.add(
                    node,
                    path,
                    "must be a mapping of " + String.join(", ", allowed),
                    "write { " + allowed.get(0) + ": ... }");
        }
        return new Fields(node, path, allowed, problems);
    }

    /** The value of {@code key}, if it is there. */
    Optional<SpecNode> get(String key) {
        return node instanceof Mapping mapping ? Optional.ofNullable(mapping.get(key)) : Optional.empty();
    }

    /** The value of {@code key}; a problem if it is not there. */
    Optional<SpecNode> require(String key, String remedy) {
        Optional<SpecNode> value = get(key);
        if (value.isEmpty() && node instanceof Mapping) {
            String full = path.isEmpty() ? key : path + "." + key;
            problems.add(new SpecProblem(node.mark().source(), node.mark().line(), full, "", "is missing", remedy));
        }
        return value;
    }

    /** Every allowed key must be there. */
    void requireAll() {
        allowed.forEach(key -> require(key, "add " + key + ": ..."));
    }
}
