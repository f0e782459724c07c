package io.limner.renderer.head.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * A mesh of the package, three.js JSON 3.1 with quads only.
 *
 * @param positions decimetres, 3 a vertex
 * @param quads vertex indices, 4 a quad, counter-clockwise
 * @param uv texture coordinates of each quad corner, 8 a quad; v grows upwards
 * @param materials material index of each quad
 * @param json the parsed file, for what only some meshes have
 */
record SourceMesh(double[] positions, int[] quads, float[] uv, int[] materials, JsonNode json) {
    private static final int INTS_A_QUAD = 10;
    private static final int QUAD_WITH_MATERIAL_AND_UV = 11;

    static SourceMesh parse(String name, byte[] bytes) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(bytes);
        } catch (IOException e) {
            throw new PackException("Cannot parse " + name + ": " + e.getMessage(), e);
        }
        JsonNode faces = json.get("faces");
        double[] texture = doubles(json.get("uvs").get(0));
        int count = faces.size() / INTS_A_QUAD;
        int[] quads = new int[4 * count];
        int[] materials = new int[count];
        float[] uv = new float[8 * count];
        for (int q = 0; q < count; q++) {
            int at = q * INTS_A_QUAD;
            if (faces.get(at).asInt() != QUAD_WITH_MATERIAL_AND_UV) {
                throw new PackException(name + ": face " + q + " is of type " + faces.get(at) + ", expected 11");
            }
            materials[q] = faces.get(at + 5).asInt();
            for (int k = 0; k < 4; k++) {
                quads[4 * q + k] = faces.get(at + 1 + k).asInt();
                int corner = faces.get(at + 6 + k).asInt();
                uv[8 * q + 2 * k] = (float) texture[2 * corner];
                uv[8 * q + 2 * k + 1] = (float) texture[2 * corner + 1];
            }
        }
        return new SourceMesh(doubles(json.get("vertices")), quads, uv, materials, json);
    }

    int vertexCount() {
        return positions.length / 3;
    }

    int quadCount() {
        return materials.length;
    }

    /** Index of the named material, which is how the base mesh names its groups. */
    int material(String name) {
        JsonNode list = json.get("materials");
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).get("DbgName").asText().equals(name)) {
                return i;
            }
        }
        throw new PackException("The base mesh has no group " + name);
    }

    static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }
}
