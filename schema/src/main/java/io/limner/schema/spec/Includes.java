package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Scalar;
import io.limner.schema.spec.SpecNode.Sequence;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts the file that a spec includes below it: what both say, the including file says. Parameters and image settings are joined key by key,
 * conditions and exclusions are appended.
 */
final class Includes {
    static final String KEY = "include";
    private static final Set<String> JOINED = Set.of("parameters", "image");
    private static final Set<String> APPENDED = Set.of("conditions", "exclude");
    private static final int DEEPEST = 8;

    private final Problems problems;
    private final List<Path> files = new ArrayList<>();

    Includes(Problems problems) {
        this.problems = problems;
    }

    /** The spec of {@code file} with what it includes; every line keeps its file. */
    Mapping resolve(Mapping spec, Path file) {
        return resolve(spec, file, List.of(file.toAbsolutePath().normalize()));
    }

    /** The files that were included. */
    List<Path> files() {
        return List.copyOf(files);
    }

    private Mapping resolve(Mapping spec, Path file, List<Path> open) {
        SpecNode said = spec.get(KEY);
        if (said == null) {
            return spec;
        }
        Mapping own = without(spec);
        if (!(said instanceof Scalar name) || name.written().isBlank()) {
            problems.add(said, KEY, "must name one file", "write include: base.yaml");
            return own;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path included;
        try {
            included = folder.resolve(name.written()).normalize();
        } catch (InvalidPathException unnamable) {
            problems.add(said, KEY, "is no name of a file", "write include: base.yaml");
            return own;
        }
        if (Path.of(name.written()).isAbsolute() || !included.startsWith(folder) || leaves(folder, included)) {
            problems.add(said, KEY, "must be beside the spec or below it", "copy the file there");
            return own;
        }
        if (open.contains(included) || open.size() >= DEEPEST) {
            problems.add(
                    said,
                    KEY,
                    open.contains(included) ? "includes itself" : "is the " + DEEPEST + "th file in a row",
                    "remove this include");
            return own;
        }
        String source = folder.relativize(included).toString();
        Path shown =
                file.getParent() == null ? Path.of(source) : file.getParent().resolve(source);
        Mapping base = SpecReader.mapping(SpecText.read(shown), shown.toString(), problems);
        files.add(shown);
        List<Path> deeper = new ArrayList<>(open);
        deeper.add(included);
        return merged(resolve(base, shown, deeper), own);
    }

    /** Whether a link leads out of the folder; a file that is not there leads nowhere. */
    private static boolean leaves(Path folder, Path included) {
        try {
            return !included.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException absent) {
            return false;
        }
    }

    private static Mapping without(Mapping spec) {
        List<Entry> entries = new ArrayList<>(spec.entries());
        entries.removeIf(entry -> entry.key().written().equals(KEY));
        return new Mapping(spec.mark(), entries);
    }

    private static Mapping merged(Mapping base, Mapping own) {
        Mapping all = new Mapping(own.mark(), base.entries());
        for (Entry entry : own.entries()) {
            String key = entry.key().written();
            SpecNode below = all.get(key);
            if (JOINED.contains(key) && below instanceof Mapping lower && entry.value() instanceof Mapping upper) {
                Mapping joined = new Mapping(upper.mark(), lower.entries());
                for (Entry inner : upper.entries()) {
                    joined = joined.with(inner);
                }
                all = all.with(new Entry(entry.key(), joined));
            } else if (APPENDED.contains(key)
                    && below instanceof Sequence lower
                    && entry.value() instanceof Sequence upper) {
                List<SpecNode> items = new ArrayList<>(lower.items());
                items.addAll(upper.items());
                all = all.with(new Entry(entry.key(), new Sequence(upper.mark(), items)));
            } else {
                all = all.with(entry);
            }
        }
        return all;
    }
}
