package io.limner.schema.spec;

import static io.limner.schema.spec.SchemaShapes.any;
import static io.limner.schema.spec.SchemaShapes.counted;
import static io.limner.schema.spec.SchemaShapes.formula;
import static io.limner.schema.spec.SchemaShapes.list;
import static io.limner.schema.spec.SchemaShapes.name;
import static io.limner.schema.spec.SchemaShapes.object;
import static io.limner.schema.spec.SchemaShapes.pair;
import static io.limner.schema.spec.SchemaShapes.range;
import static io.limner.schema.spec.SchemaShapes.said;
import static io.limner.schema.spec.SchemaShapes.shape;
import static io.limner.schema.spec.SchemaShapes.whole;
import static io.limner.schema.spec.SchemaShapes.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The spec language as a JSON Schema (draft 2020-12), made of what the reader reads by, so that an editor completes and checks specs. */
public final class SpecSchema {
    private final Map<String, Object> definitions = new TreeMap<>();

    private SpecSchema() {}

    /** The schema, indented. */
    public static String text() {
        try {
            return new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                            .writeValueAsString(new SpecSchema().spec())
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of maps and lists is always JSON", e);
        }
    }

    private Map<String, Object> spec() {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : SpecParser.KEYS) {
            keys.put(key, key(key));
        }
        Map<String, Object> schema = object(keys, List.of());
        schema.put(
                "anyOf",
                List.of(Map.of("required", List.of("include")), Map.of("required", List.of("limner", "name"))));
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("title", "Limner spec, version " + DatasetSpec.LANGUAGE);
        whole.putAll(schema);
        whole.put("$defs", definitions);
        return whole;
    }

    private Object key(String key) {
        return switch (key) {
            case "limner" -> Map.of("const", DatasetSpec.LANGUAGE, "description", "version of the spec language");
            case "include" -> said("string", "another spec, in the same folder or below, that this one is put upon");
            case "name" -> name("name of the dataset");
            case "seed" -> whole(0, Long.MAX_VALUE, "root of all random values");
            case "samples" ->
                whole(
                        1,
                        SpecParser.MOST_SAMPLES,
                        "how many rows; may be left out where grids, quotas or variants count");
            case "image" -> image();
            case "labels" ->
                Map.of("type", "array", "uniqueItems", true, "items", Map.of("enum", words(LabelKind.values())));
            case "assets" -> assets();
            case "defaults" -> Map.of("enum", SpecParser.DEFAULTS);
            case "parameters" -> reference("parameters", this::parameters);
            case "conditions" ->
                list(object(
                        Map.of("when", formula(), "then", reference("parameters", this::parameters)),
                        List.of("when", "then")));
            case "exclude" -> list(formula());
            case "variants" -> list(variant());
            case "per_subject" -> subjects();
            case "split" ->
                Map.of(
                        "type",
                        "object",
                        "minProperties",
                        2,
                        "propertyNames",
                        Map.of("pattern", "^[a-z0-9]+([-_][a-z0-9]+)*$"),
                        "additionalProperties",
                        whole(1, Split.MOST, "share"));
            default -> throw new IllegalStateException("The key " + key + " has no schema; add it here");
        };
    }

    private Map<String, Object> image() {
        Object side = whole(ImageSettings.SMALLEST, ImageSettings.LARGEST, "pixels");
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("width", side);
        keys.put("height", side);
        keys.put("format", Map.of("enum", words(ImageFormat.values())));
        keys.put("quality", whole(1, 100, "of JPEG"));
        return object(keys, List.of());
    }

    private Map<String, Object> assets() {
        Map<String, Object> keys = new LinkedHashMap<>();
        Object name = said("string", "a path from the folder that --assets names; of a folder, what lies in it");
        Object hash = Map.of("type", "string", "pattern", "^[0-9a-f]{64}$");
        Object one = any(name, object(Map.of("file", name, "sha256", hash), List.of("file", "sha256")));
        for (AssetKind kind : AssetKind.values()) {
            keys.put(kind.key(), any(one, list(one)));
        }
        return object(keys, List.of());
    }

    private Map<String, Object> variant() {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : List.of("name", "samples", "per_subject", "parameters", "conditions", "exclude")) {
            keys.put(key, key(key));
        }
        return object(keys, List.of("name", "samples"));
    }

    private Object subjects() {
        Object count = whole(1, Subjects.MOST, "samples of each subject");
        Object names = list(said("string", "a parameter, or what names begin with"));
        Map<String, Object> keys = Map.of("samples", count, "keep", names, "vary", names);
        return any(count, object(keys, List.of("samples")));
    }

    private Map<String, Object> parameters() {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Parameter parameter : Parameters.all()) {
            Domain domain = parameter.domain();
            String unit = domain.unit().isEmpty() ? "" : " " + domain.unit();
            Map<String, Object> said = new LinkedHashMap<>();
            said.put(
                    "description",
                    parameter.meaning() + " (" + domain.text() + unit + "; default "
                            + parameter.standard().varied().text() + ", neutral "
                            + parameter.standard().neutral() + ")");
            String shape = domain.kind() + " " + domain.text();
            said.putAll(reference(shape, () -> ways(domain)));
            keys.put(parameter.name(), said);
        }
        return object(keys, List.of());
    }

    /** Everything that may be said of a parameter with this domain. */
    private Map<String, Object> ways(Domain domain) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String keyword : DistributionParser.KEYWORDS) {
            Object way = way(keyword, domain);
            if (way != null) {
                keys.put(keyword, way);
            }
        }
        Map<String, Object> one = object(keys, List.of());
        one.put("minProperties", 1);
        one.put("maxProperties", 1);
        return any(value(domain), one);
    }

    /** What stands after a keyword; null where the keyword needs numbers and the domain has none. */
    private Object way(String keyword, Domain domain) {
        Object value = value(domain);
        boolean names = domain instanceof Domain.Names;
        Object number = Map.of("type", "number");
        return switch (keyword) {
            case "fixed" -> value;
            case "choice" -> any(list(value), weights(domain, Map.of("type", "number", "minimum", 0)));
            case "quota" -> any(list(value), weights(domain, whole(0, SpecParser.MOST_SAMPLES, "how many samples")));
            case "copy" ->
                any(
                        Map.of("enum", Parameters.names()),
                        object(Map.of("of", Map.of("enum", Parameters.names()), "offset", number), List.of("of")));
            case "expression" -> formula();
            case "grid" -> names ? list(value) : any(list(value), range(number), counted(number));
            case "sobol", "lhs" -> spread(keyword, domain);
            case "uniform", "log_uniform" -> names ? null : pair(value);
            case "normal" -> names ? null : shape("mean", "sd", value);
            case "beta" -> names ? null : shape("alpha", "beta", value);
            case "bins" -> names ? null : Map.of("type", "array", "minItems", 2, "items", value);
            default -> throw new IllegalStateException("The keyword " + keyword + " has no schema; add it here");
        };
    }

    private Object spread(String keyword, Domain domain) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String inner : DistributionParser.SPREADABLE) {
            Object way = way(inner, domain);
            if (way != null) {
                keys.put(inner, way);
            }
        }
        if (keyword.equals("sobol")) {
            keys.put("group", Map.of("type", "string", "pattern", "^[a-z0-9_-]{0,64}$"));
        }
        Map<String, Object> said = object(keys, List.of());
        said.put("minProperties", 1);
        said.put("maxProperties", keyword.equals("sobol") ? 2 : 1);
        return domain instanceof Domain.Names ? said : any(pair(value(domain)), said);
    }

    private static Object weights(Domain domain, Object weight) {
        if (!(domain instanceof Domain.Names names)) {
            return Map.of("type", "object", "minProperties", 1, "additionalProperties", weight);
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        names.names().forEach(name -> keys.put(name, weight));
        Map<String, Object> said = object(keys, List.of());
        said.put("minProperties", 1);
        return said;
    }

    private static Object value(Domain domain) {
        if (domain instanceof Domain.Numbers numbers) {
            return Map.of("type", "number", "minimum", numbers.min(), "maximum", numbers.max());
        }
        if (domain instanceof Domain.Integers integers) {
            return Map.of("type", "integer", "minimum", integers.min(), "maximum", integers.max());
        }
        return Map.of("enum", ((Domain.Names) domain).names());
    }

    private Map<String, Object> reference(String name, Supplier<Map<String, Object>> make) {
        String key = name.replaceAll("[^A-Za-z0-9.-]+", "_");
        if (!definitions.containsKey(key)) {
            definitions.put(key, Map.of()); // its own definition may mention it
            definitions.put(key, make.get());
        }
        return Map.of("$ref", "#/$defs/" + key);
    }
}
