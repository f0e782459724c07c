package io.limner.schema.canonical;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a small tree on one line as a person would write it in a spec: {@code { uniform: [18, 80] }}. */
public final class FlowYaml {
    private FlowYaml() {}

    /** The text of a tree of maps, lists, numbers and plain words; maps keep their order. */
    public static String write(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + write(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(FlowYaml::write).collect(Collectors.joining(", ", "[", "]"));
        }
        return tree instanceof Number number ? CanonicalJson.number(number.doubleValue()) : tree.toString();
    }
}
