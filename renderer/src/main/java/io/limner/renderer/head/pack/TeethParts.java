package io.limner.renderer.head.pack;

import com.fasterxml.jackson.databind.JsonNode;
import io.limner.renderer.head.PackData;
import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Teeth and gums, split by jaw. The file states each vertex as weights of a triangle of helper vertices and an offset, but lost the
 * size of the head that the offsets were measured on. It is recovered from the file's own vertices: they equal weights times that
 * head's helper vertices plus the offsets, and solving for those (least squares, residual 0.02 mm) gave the sizes below.
 */
final class TeethParts {
    /** Square root of twice the area of the reference triangle on the lost head, mm. */
    private static final double UPPER_SIZE = 39.73;

    private static final double LOWER_SIZE = 39.47;
    /** The floor of the mouth, which the file hangs deep under the lower teeth, would come out under small chins; decimetres. */
    private static final double FLOOR = 0.16;

    private static final int FIRST_UPPER_HELPER = 15060;

    private final SourceMesh mesh;
    private final Picture texture;
    private final CoarseVertices vertices;

    TeethParts(SourceMesh mesh, Picture texture, CoarseVertices vertices) {
        this.mesh = mesh;
        this.texture = texture;
        this.vertices = vertices;
    }

    PackData.Teeth upper() {
        return part(false, UPPER_SIZE);
    }

    PackData.Teeth lower() {
        return part(true, LOWER_SIZE);
    }

    private boolean lowerJaw(int vertex) {
        return mesh.json().get("ref_vIdxs").get(vertex).get(0).asInt() < FIRST_UPPER_HELPER;
    }

    private double y(int corner) {
        return mesh.positions()[3 * mesh.quads()[corner] + 1];
    }

    /** Quads of one jaw. A few of the last molars span both jaws in the file; they would stretch when the mouth opens. */
    private int[] members(boolean lower) {
        double top = IntStream.range(0, mesh.vertexCount())
                .filter(v -> lowerJaw(v) == lower)
                .mapToDouble(v -> mesh.positions()[3 * v + 1])
                .max()
                .orElseThrow();
        return IntStream.range(0, mesh.quadCount())
                .filter(q -> IntStream.range(4 * q, 4 * q + 4)
                        .allMatch(c -> lowerJaw(mesh.quads()[c]) == lower && (!lower || y(c) > top - FLOOR)))
                .toArray();
    }

    private PackData.Teeth part(boolean lower, double size) {
        JsonNode references = mesh.json().get("ref_vIdxs");
        Map<Integer, Integer> local = new HashMap<>();
        List<Integer> quads = new ArrayList<>();
        List<Byte> classes = new ArrayList<>();
        List<Float> fit = new ArrayList<>();
        int[] reference = null;
        for (int q : members(lower)) {
            for (int k = 0; k < 4; k++) {
                int v = mesh.quads()[4 * q + k];
                if (!local.containsKey(v)) {
                    reference = vertices.plain(new int[] {
                        references.get(v).get(0).asInt(),
                        references.get(v).get(1).asInt(),
                        references.get(v).get(2).asInt()
                    });
                    local.put(v, local.size());
                    JsonNode weights = mesh.json().get("weights").get(v);
                    for (int i = 0; i < 3; i++) {
                        fit.add((float) weights.get(i).asDouble());
                    }
                    fit.add((float) height(mesh.json().get("offsets").get(v), lower));
                }
                quads.add(local.get(v));
            }
            SegmentationClass value = tooth(q) ? SegmentationClass.TEETH : SegmentationClass.MOUTH_INTERIOR;
            classes.add((byte) value.code());
        }
        float[] flat = new float[fit.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = fit.get(i);
        }
        byte[] codes = new byte[classes.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = classes.get(i);
        }
        return new PackData.Teeth(
                reference, size, flat, quads.stream().mapToInt(i -> i).toArray(), codes);
    }

    /** Offsets are multiples of the reference triangle's normal, which leans forward on the lost head; mm. */
    private static double height(JsonNode offset, boolean lower) {
        double[] normal = lower ? new double[] {-0.9731, -0.2304} : new double[] {0.9714, 0.2375};
        return 100 * (offset.get(1).asDouble() * normal[0] + offset.get(2).asDouble() * normal[1]);
    }

    private boolean tooth(int quad) {
        double red = 0;
        double green = 0;
        float u = 0;
        float v = 0;
        for (int k = 0; k < 4; k++) {
            u += mesh.uv()[8 * quad + 2 * k] / 4;
            v += mesh.uv()[8 * quad + 2 * k + 1] / 4;
        }
        for (int k = 0; k < 4; k++) {
            double cu = 0.5 * u + 0.5 * mesh.uv()[8 * quad + 2 * k];
            double cv = 0.5 * v + 0.5 * mesh.uv()[8 * quad + 2 * k + 1];
            int rgb = texture.at(cu, cv);
            red += rgb >> 16;
            green += rgb >> 8 & 255;
        }
        return green > 0.72 * red;
    }
}
