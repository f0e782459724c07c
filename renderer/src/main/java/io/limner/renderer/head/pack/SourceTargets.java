package io.limner.renderer.head.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The morph targets of the package: dense int16 rows in 1e-3 decimetres, one a target, sorted by path. */
final class SourceTargets {
    private final Map<String, Integer> rows = new TreeMap<>();
    private final ShortBuffer deltas;
    private final int rowLength;

    SourceTargets(byte[] list, byte[] data, int vertexCount) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(list).get("targets");
        } catch (IOException e) {
            throw new PackException("Cannot parse the list of targets: " + e.getMessage(), e);
        }
        List<String> paths = new ArrayList<>();
        if (json.isObject()) {
            json.fieldNames().forEachRemaining(paths::add);
        } else {
            json.forEach(path -> paths.add(path.asText()));
        }
        paths.sort(null);
        rowLength = 3 * vertexCount;
        if ((long) paths.size() * rowLength * Short.BYTES != data.length) {
            throw new PackException("targets.bin has " + data.length + " bytes, expected " + paths.size()
                    + " targets of " + vertexCount + " vertices");
        }
        for (int i = 0; i < paths.size(); i++) {
            rows.put(paths.get(i).replaceFirst("^data/targets/", "").replaceFirst("\\.target$", ""), i);
        }
        deltas = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    /** All names, such as {@code nose/nose-hump-morehump}, sorted. */
    Set<String> names() {
        return rows.keySet();
    }

    /** The movement of one coordinate (0 x, 1 y, 2 z) of a vertex, mm. */
    double delta(String name, int vertex, int axis) {
        Integer row = rows.get(name);
        if (row == null) {
            throw new PackException("The package has no target " + name);
        }
        return deltas.get(row * rowLength + 3 * vertex + axis) * 0.1;
    }

    /** The whole target, mm, 3 a vertex. */
    double[] dense(String name) {
        double[] out = new double[rowLength];
        for (int i = 0; i < rowLength; i++) {
            out[i] = delta(name, i / 3, i % 3);
        }
        return out;
    }
}
