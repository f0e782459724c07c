package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Mark;
import io.limner.schema.spec.SpecNode.Scalar;
import io.limner.schema.spec.SpecNode.Sequence;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads specs: YAML in, a checked {@link DatasetSpec} with all its defaults out, or every problem with its line. */
public final class SpecReader {
    private static final String OVERRIDE = "--set";
    /** Keys of the spec whose keys can be set one by one; every other dotted name is a parameter. */
    private static final List<String> GROUPS = List.of("parameters", "image", "per_subject", "split");

    private SpecReader() {}

    /**
     * Reads and checks the spec in {@code file}.
     *
     * @throws SpecException if it cannot be used; lists all problems
     */
    public static DatasetSpec read(Path file) {
        return read(file, List.of());
    }

    /**
     * Reads and checks the spec in {@code file} after some of its keys were set anew.
     *
     * @param overrides each {@code key=value}: the key a dotted path ({@code samples}, {@code image.width}, {@code head.yaw}),
     *     the value YAML ({@code 20}, <code>{uniform: [-5, 5]}</code>)
     * @throws SpecException if it cannot be used; lists all problems, those of overrides under the file name {@code --set}
     */
    public static DatasetSpec read(Path file, List<String> overrides) {
        Problems problems = new Problems();
        return new SpecParser(problems).spec(whole(file, overrides, problems));
    }

    /**
     * The parameters that a spec itself says something about, with what it includes and overrides; in the order of the catalogue.
     *
     * @throws SpecException if the file cannot be read as a spec
     */
    public static List<String> declared(Path file, List<String> overrides) {
        Set<String> names = new HashSet<>();
        Problems problems = new Problems();
        collect(whole(file, overrides, problems), names);
        return Parameters.names().stream().filter(names::contains).toList();
    }

    /**
     * The files that a spec includes, directly or through others.
     *
     * @throws SpecException if the file cannot be read as a spec
     */
    public static List<Path> included(Path file) {
        Problems problems = new Problems();
        Includes includes = new Includes(problems);
        includes.resolve(mapping(SpecText.read(file), file.toString(), problems), file);
        return includes.files();
    }

    /** The names of all parameters that are keys somewhere below a node. */
    private static void collect(SpecNode node, Set<String> names) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                names.add(entry.key().written());
                collect(entry.value(), names);
            }
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> collect(item, names));
        }
    }

    private static Mapping whole(Path file, List<String> overrides, Problems problems) {
        Mapping mapping = mapping(SpecText.read(file), file.toString(), problems);
        mapping = new Includes(problems).resolve(mapping, file);
        for (String override : overrides) {
            mapping = override(mapping, override, problems);
        }
        return mapping;
    }

    /**
     * Checks a spec that is at hand as text, such as {@link DatasetSpec#canonical()}.
     *
     * @param text YAML or JSON
     * @param source what to call it in messages
     * @throws SpecException if it cannot be used; lists all problems
     */
    public static DatasetSpec parse(String text, String source) {
        Problems problems = new Problems();
        Mapping mapping = mapping(text, source, problems);
        SpecNode said = mapping.get("include");
        if (said != null) {
            problems.add(said, "include", "can be said in files only", "write the other file's text out");
            problems.throwIfAny();
        }
        return new SpecParser(problems).spec(mapping);
    }

    /** The text as a mapping; throws if it is none. */
    static Mapping mapping(String text, String source, Problems problems) {
        if (!SpecText.check(text, source, problems)) {
            problems.throwIfAny();
        }
        SpecNode root = SpecTree.of(text, source, true, problems);
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        problems.add(root, "", "is not a spec: it must be a mapping", "begin with limner: 1");
        problems.throwIfAny();
        throw new IllegalStateException("A problem was found and not reported");
    }

    private static Mapping override(Mapping root, String override, Problems problems) {
        int equals = override.indexOf('=');
        Mark mark = new Mark(OVERRIDE, 0);
        if (equals <= 0) {
            problems.add(new SpecProblem(
                    OVERRIDE, 0, "", "", "'" + override + "' is not key=value", "write e.g. --set samples=100"));
            return root;
        }
        String key = override.substring(0, equals).strip();
        String written = override.substring(equals + 1);
        if (key.equals(Includes.KEY)) {
            problems.add(new SpecProblem(
                    OVERRIDE, 0, key, written.strip(), "can be said in files only", "write it into the spec"));
            return root;
        }
        if (!SpecText.check(written, OVERRIDE, problems)) {
            problems.throwIfAny();
        }
        SpecNode value =
                written.isBlank() ? new Scalar(mark, "", true) : SpecTree.of(written, OVERRIDE, false, problems);
        for (String group : GROUPS) {
            if (key.startsWith(group + ".")) {
                return within(root, group, key.substring(group.length() + 1), value);
            }
        }
        if (key.contains(".")) {
            return within(root, "parameters", key, value);
        }
        return root.with(new Entry(new Scalar(mark, key, true), value));
    }

    private static Mapping within(Mapping root, String group, String key, SpecNode value) {
        Mark mark = value.mark();
        Mapping inner = root.get(group) instanceof Mapping there ? there : new Mapping(mark, List.of());
        Mapping changed = inner.with(new Entry(new Scalar(mark, key, true), value));
        return root.with(new Entry(new Scalar(mark, group, true), changed));
    }
}
