package io.limner.renderer.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** A part of a JSON file that knows where it is; what is not as it must be is a fatal fault. */
final class Json {
    private final JsonNode node;
    private final String path;
    private final Faults faults;

    Json(JsonNode node, String path, Faults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    String path() {
        return path;
    }

    Json get(String key) {
        JsonNode child = node.get(key);
        return new Json(
                child == null ? MissingNode.getInstance() : child, path.isEmpty() ? key : path + "." + key, faults);
    }

    /** The element of a list. */
    Json get(int index) {
        JsonNode child = node.isArray() ? node.get(index) : null;
        if (child == null) {
            throw faults.fatal(
                    path + "[" + index + "]", "is not there; there are " + (node.isArray() ? node.size() : 0));
        }
        return new Json(child, path + "[" + index + "]", faults);
    }

    /** The elements of a list; none where it is left out. */
    List<Json> items() {
        List<Json> items = new ArrayList<>();
        if (exists()) {
            if (!node.isArray()) {
                throw faults.fatal(path, "must be a list");
            }
            for (int i = 0; i < node.size(); i++) {
                items.add(get(i));
            }
        }
        return items;
    }

    /** The keys of an object; none where it is left out. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (exists()) {
            if (!node.isObject()) {
                throw faults.fatal(path, "must be an object");
            }
            node.fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }

    String text() {
        if (!node.isTextual()) {
            throw faults.fatal(path, "must be a text");
        }
        return node.textValue();
    }

    /** A whole number, {@code standard} where it is left out. */
    int whole(int standard, int max) {
        return exists() ? whole(max) : standard;
    }

    /** A whole number from 0 to {@code max}. */
    int whole(int max) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0 || node.intValue() > max) {
            throw faults.fatal(path, exists() ? "must be a whole number from 0 to " + max : "is missing");
        }
        return node.intValue();
    }

    /** Yes or no, {@code standard} where it is left out. */
    boolean flag(boolean standard) {
        if (exists() && !node.isBoolean()) {
            throw faults.fatal(path, "must be true or false");
        }
        return exists() ? node.booleanValue() : standard;
    }

    double number() {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw faults.fatal(path, "must be a finite number");
        }
        return node.doubleValue();
    }

    /** So many numbers. */
    double[] numbers(int count) {
        List<Json> items = items();
        if (items.size() != count) {
            throw faults.fatal(path, "must have " + count + " numbers");
        }
        return items.stream().mapToDouble(Json::number).toArray();
    }
}
