package io.limner.job.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Where two plans differ, for people. */
final class PlanDifference {
    private static final int MOST_LINES = 12;
    private static final int LONGEST_VALUE = 60;

    private final List<String> lines = new ArrayList<>();

    private PlanDifference() {}

    /** A line for each key that differs, {@code key: what is there -> what was asked for}; empty if none does. */
    static List<String> between(RecordedPlan there, RecordedPlan asked) {
        PlanDifference difference = new PlanDifference();
        difference.compare("spec", there.spec(), asked.spec());
        if (there.shardSize() != asked.shardSize()) {
            difference.lines.add("shard size: " + there.shardSize() + " -> " + asked.shardSize());
        }
        if (there.schemaVersion() != asked.schemaVersion()) {
            difference.lines.add("dataset format: version " + there.schemaVersion() + " -> " + asked.schemaVersion());
        }
        int all = difference.lines.size();
        return all <= MOST_LINES
                ? difference.lines
                : concat(difference.lines.subList(0, MOST_LINES), "and " + (all - MOST_LINES) + " more");
    }

    private void compare(String key, JsonNode there, JsonNode asked) {
        if (there != null && asked != null && there.isObject() && asked.isObject()) {
            Set<String> names = new TreeSet<>();
            there.fieldNames().forEachRemaining(names::add);
            asked.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare("spec".equals(key) ? name : key + "." + name, there.get(name), asked.get(name));
            }
        } else if (!Objects.equals(there, asked)) {
            lines.add(key + ": " + text(there) + " -> " + text(asked));
        }
    }

    private static String text(JsonNode value) {
        String text = value == null ? "nothing" : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 3) + "...";
    }

    private static List<String> concat(List<String> lines, String last) {
        List<String> all = new ArrayList<>(lines);
        all.add(last);
        return all;
    }
}
