package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Mark;
import io.limner.schema.spec.SpecNode.Scalar;
import java.nio.file.Path;
import java.util.List;

/** Reads specs: YAML in, a checked {@link DatasetSpec} with all its defaults out, or every problem with its line. */
public final class SpecReader {
    private static final String OVERRIDE = "--set";

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
        return parse(SpecText.read(file), file.toString(), overrides);
    }

    /**
     * Checks a spec that is at hand as text, such as {@link DatasetSpec#canonical()}.
     *
     * @param text YAML or JSON
     * @param source what to call it in messages
     * @throws SpecException if it cannot be used; lists all problems
     */
    public static DatasetSpec parse(String text, String source) {
        return parse(text, source, List.of());
    }

    private static DatasetSpec parse(String text, String source, List<String> overrides) {
        Problems problems = new Problems();
        if (!SpecText.check(text, source, problems)) {
            problems.throwIfAny();
        }
        SpecNode root = SpecTree.of(text, source, true, problems);
        if (!(root instanceof Mapping mapping)) {
            problems.add(root, "", "is not a spec: it must be a mapping", "begin with limner: 1");
            problems.throwIfAny();
            throw new IllegalStateException("A problem was found and not reported");
        }
        for (String override : overrides) {
            mapping = override(mapping, override, problems);
        }
        return new SpecParser(problems).spec(mapping);
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
        if (!SpecText.check(written, OVERRIDE, problems)) {
            problems.throwIfAny();
        }
        SpecNode value =
                written.isBlank() ? new Scalar(mark, "", true) : SpecTree.of(written, OVERRIDE, false, problems);
        if (key.startsWith("parameters.")) {
            return within(root, "parameters", key.substring("parameters.".length()), value);
        }
        if (key.startsWith("image.")) {
            return within(root, "image", key.substring("image.".length()), value);
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
