package io.limner.schema.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** YAML as it was written: nothing is coerced, and everything knows its line. */
sealed interface SpecNode {

    /** Where it begins. */
    Mark mark();

    /** What was written, on one line and cut where it is long. */
    String text();

    /** A place: the file (or {@code --set}) and a 1-based line, 0 for none. */
    record Mark(String source, int line) {}

    /**
     * A single value.
     *
     * @param written the text without quotes
     * @param plain whether it stood there without quotes
     */
    record Scalar(Mark mark, String written, boolean plain) implements SpecNode {
        @Override
        public String text() {
            return cut(plain ? written : '"' + written + '"');
        }
    }

    /** A list. */
    record Sequence(Mark mark, List<SpecNode> items) implements SpecNode {
        @Override
        public String text() {
            return cut(items.stream().limit(20).map(SpecNode::text).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    /** Keys with their values, in the order of the file. */
    record Mapping(Mark mark, List<Entry> entries) implements SpecNode {
        @Override
        public String text() {
            return cut(entries.stream()
                    .limit(20)
                    .map(entry -> entry.key.written + ": " + entry.value.text())
                    .collect(Collectors.joining(", ", "{ ", " }")));
        }

        /** The value at {@code key}, or null. */
        SpecNode get(String key) {
            for (Entry entry : entries) {
                if (entry.key.written.equals(key)) {
                    return entry.value;
                }
            }
            return null;
        }

        /** This mapping with {@code entry} in the place of what had its key. */
        Mapping with(Entry entry) {
            List<Entry> changed = new ArrayList<>(entries);
            changed.removeIf(old -> old.key.written.equals(entry.key.written));
            changed.add(entry);
            return new Mapping(mark, changed);
        }
    }

    /** One key and its value. */
    record Entry(Scalar key, SpecNode value) {}

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}
