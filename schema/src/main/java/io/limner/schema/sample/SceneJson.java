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
import java.util.TreeMap;

/** A scene as text: canonical JSON, nested where the names of parameters have dots. */
public final class SceneJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SceneJson() {}

    /** The canonical text of {@code scene}. */
    public static String write(Scene scene) {
        return CanonicalJson.write(tree(scene));
    }

    /**
     * The scene that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not a complete scene, or a value is out of range
     */
    public static Scene read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A scene is not JSON: " + broken.getOriginalMessage(), broken);
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
            if (value == null || !parameter.domain().contains(value)) {
                throw new IllegalArgumentException("A scene holds " + parameter.name() + " = " + node + "; it must be "
                        + parameter.domain().text());
            }
        }
        return SceneValues.scene(values);
    }

    /** The scene as canonical JSON takes it. */
    static Map<String, Object> tree(Scene scene) {
        Map<String, Object> root = new TreeMap<>();
        for (Parameter parameter : Parameters.all()) {
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
