package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Mark;
import io.limner.schema.spec.SpecNode.Scalar;
import io.limner.schema.spec.SpecNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML to {@link SpecNode}s, from the parser's events: no object is ever constructed from a tag, an alias is never
 * followed, and nesting is bounded, so that no text can do more than be refused.
 */
final class SpecTree {
    private static final int DEEPEST = 12;

    private final ParserImpl events;
    private final String source;
    private final boolean lines;
    private final Problems problems;

    private SpecTree(String text, String source, boolean lines, Problems problems) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(
                Integer.MAX_VALUE); // files are bounded where they are read; our own canonical text is not
        this.events = new ParserImpl(new StreamReader(text), limits);
        this.source = source;
        this.lines = lines;
        this.problems = problems;
    }

    /**
     * The one document of {@code text}.
     *
     * @param lines whether line numbers mean anything in {@code source}
     * @throws SpecException if it is not YAML, or holds no document
     */
    static SpecNode of(String text, String source, boolean lines, Problems problems) {
        try {
            return new SpecTree(text, source, lines, problems).document();
        } catch (MarkedYAMLException broken) {
            int line = lines && broken.getProblemMark() != null
                    ? broken.getProblemMark().getLine() + 1
                    : 0;
            problems.add(new SpecProblem(
                    source,
                    line,
                    "",
                    "",
                    "is not YAML: " + broken.getProblem().replaceAll("\\s+", " "),
                    "check the indentation, colons, brackets and quotes here"));
        } catch (YAMLException broken) {
            problems.add(new SpecProblem(
                    source, 0, "", "", "is not YAML: " + broken.getMessage(), "write it as a YAML file"));
        }
        problems.throwIfAny();
        throw new IllegalStateException("A problem was found and not reported");
    }

    private SpecNode document() {
        events.getEvent(); // the stream starts
        if (events.checkEvent(Event.ID.StreamEnd)) {
            throw fatal(new Mark(source, 0), "is empty", "start from examples/quickstart.yaml");
        }
        events.getEvent(); // the document starts
        SpecNode root = node(0);
        events.getEvent(); // the document ends
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw fatal(mark(events.peekEvent()), "a second document begins", "keep one spec to a file");
        }
        return root;
    }

    private SpecNode node(int depth) {
        Event event = events.getEvent();
        Mark mark = mark(event);
        if (depth > DEEPEST) {
            throw fatal(mark, "is nested deeper than " + DEEPEST + " levels", "a spec needs five");
        }
        if (event instanceof AliasEvent) {
            throw fatal(mark, "uses a YAML alias (*), which a spec may not", "write the value out");
        }
        refuseDecoration((NodeEvent) event, mark);
        if (event instanceof ScalarEvent scalar) {
            return new Scalar(mark, scalar.getValue(), scalar.isPlain());
        }
        return event instanceof SequenceStartEvent ? sequence(mark, depth) : mapping(mark, depth, event);
    }

    private Sequence sequence(Mark mark, int depth) {
        List<SpecNode> items = new ArrayList<>();
        while (!(events.peekEvent() instanceof SequenceEndEvent)) {
            items.add(node(depth + 1));
        }
        events.getEvent();
        return new Sequence(mark, items);
    }

    private Mapping mapping(Mark mark, int depth, Event event) {
        if (!(event instanceof MappingStartEvent)) {
            throw fatal(mark, "holds an unexpected " + event.getEventId(), "write it as a YAML mapping");
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (!(events.peekEvent() instanceof MappingEndEvent)) {
            SpecNode key = node(depth + 1);
            SpecNode value = node(depth + 1);
            if (!(key instanceof Scalar name)) {
                problems.add(key, "", "a key must be a word or a number", "write it as key: value");
            } else if (!seen.add(name.written())) {
                problems.add(
                        value.mark().equals(key.mark()) ? value : new Scalar(key.mark(), value.text(), true),
                        name.written(),
                        "is written twice",
                        "remove one of the two");
            } else {
                entries.add(new Entry(name, value));
            }
        }
        events.getEvent();
        return new Mapping(mark, entries);
    }

    private void refuseDecoration(NodeEvent event, Mark mark) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : ((org.yaml.snakeyaml.events.CollectionStartEvent) event).getTag();
        if (tag != null && !tag.equals("!")) {
            throw fatal(mark, "uses the YAML tag " + tag + ", which a spec may not", "remove the tag");
        }
        if (event.getAnchor() != null) {
            throw fatal(
                    mark, "uses the YAML anchor &" + event.getAnchor() + ", which a spec may not", "remove the anchor");
        }
    }

    private Mark mark(Event event) {
        return new Mark(
                source,
                lines && event.getStartMark() != null ? event.getStartMark().getLine() + 1 : 0);
    }

    private SpecException fatal(Mark mark, String rule, String remedy) {
        problems.add(new SpecProblem(mark.source(), mark.line(), "", "", rule, remedy));
        try {
            problems.throwIfAny();
        } catch (SpecException all) {
            return all;
        }
        throw new IllegalStateException("A problem was added and is not there");
    }
}
