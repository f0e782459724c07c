package io.limner.schema.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.SceneValues;
import io.limner.schema.spec.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A scene as text: canonical JSON, nested where the names of parameters have dots. */
public final class SceneJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SceneJson() {}

    /** The canonical text of {@code scene}. */
    public static String write(Scene scene) {
        return CanonicalJson.write(tree(scene));
    }

    /** The canonical text of those values of {@code scene} whose parameters are named, as an older version wrote it. */
    public static String write(Scene scene, Set<String> parameters) {
        return CanonicalJson.write(tree(scene, parameters));
    }

    /**
     * The scene that {@link #write} wrote. A parameter that it does not mention, because there was none when it was written, has its
     * neutral value.
     *
     * @throws IllegalArgumentException if the text is not a scene, or a value is out of range
     */
    public static Scene read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A scene is not JSON: " + broken.getOriginalMessage(), broken);
        }
        if (!root.has("subject")) {
            throw new IllegalArgumentException("A scene holds no subject");
        }
        Map<String, Value> values = new HashMap<>();
        for (Parameter parameter : Parameters.all()) {
            JsonNode node = root.at("/" + parameter.name().replace('.', '/'));
            if (node.isNumber()) {
                values.put(parameter.name(), Value.of(node.doubleValue()));
            } else if (node.isTextual()) {
                values.put(parameter.name(), Value.of(node.textValue()));
            }
            Value value = values.get(parameter.name());
            if (node.isMissingNode()) {
                values.put(parameter.name(), parameter.standard().neutral());
            } else if (value == null || !parameter.domain().contains(value)) {
                throw new IllegalArgumentException("A scene holds " + parameter.name() + " = " + node + "; it must be "
                        + parameter.domain().text());
            }
        }
        return SceneValues.scene(values);
    }

    /** The scene as canonical JSON takes it. */
    static Map<String, Object> tree(Scene scene) {
        return tree(scene, Parameters.all().stream().map(Parameter::name).collect(Collectors.toSet()));
    }

    static Map<String, Object> tree(Scene scene, Set<String> parameters) {
        Map<String, Object> root = new TreeMap<>();
        for (Parameter parameter : Parameters.all()) {
            if (!parameters.contains(parameter.name())) {
                continue;
            }
            String[] path = parameter.name().split("\\.", -1);
            Map<String, Object> at = root;
            for (int i = 0; i < path.length - 1; i++) {
                at = child(at, path[i]);
            }
            at.put(path[path.length - 1], parameter.in().apply(scene).json());
        }
        return root;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, absent -> new TreeMap<String, Object>());
    }
}
