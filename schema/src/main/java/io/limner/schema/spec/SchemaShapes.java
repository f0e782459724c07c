package io.limner.schema.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The shapes that a spec's schema is made of, as JSON Schema writes them. */
final class SchemaShapes {
    private SchemaShapes() {}

    static Object shape(String first, String second, Object value) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(first, Map.of("type", "number"));
        keys.put(second, Map.of("type", "number", "exclusiveMinimum", 0));
        keys.put("min", value);
        keys.put("max", value);
        return object(keys, List.copyOf(keys.keySet()));
    }

    static Object range(Object number) {
        Object step = Map.of("type", "number", "exclusiveMinimum", 0);
        return object(Map.of("from", number, "to", number, "step", step), List.of("from", "to", "step"));
    }

    static Object counted(Object number) {
        return object(
                Map.of("from", number, "to", number, "count", whole(2, Grid.MOST_VALUES, "values")),
                List.of("from", "to", "count"));
    }

    static Object pair(Object value) {
        return Map.of("type", "array", "minItems", 2, "maxItems", 2, "items", value);
    }

    static Map<String, Object> object(Map<String, Object> keys, List<String> required) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", "object");
        said.put("properties", keys);
        said.put("additionalProperties", false);
        if (!required.isEmpty()) {
            said.put("required", required);
        }
        return said;
    }

    static Map<String, Object> any(Object... shapes) {
        return new LinkedHashMap<>(Map.of("anyOf", Arrays.asList(shapes)));
    }

    static Object list(Object items) {
        return Map.of("type", "array", "minItems", 1, "items", items);
    }

    static Object formula() {
        return Map.of("type", "string", "minLength", 1, "description", "arithmetic and comparisons over parameters");
    }

    static Object name(String description) {
        return Map.of(
                "type",
                "string",
                "pattern",
                "^[a-z0-9]+([-_][a-z0-9]+)*$",
                "maxLength",
                64,
                "description",
                description);
    }

    static Object whole(long min, long max, String description) {
        return Map.of("type", "integer", "minimum", min, "maximum", max, "description", description);
    }

    static Object said(String type, String description) {
        return Map.of("type", type, "description", description);
    }

    static List<String> words(Enum<?>[] constants) {
        List<String> words = new ArrayList<>();
        for (Enum<?> constant : constants) {
            words.add(constant.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
