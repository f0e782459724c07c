package io.limner.renderer.head.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The base mesh with what the converter asks of it: the neutral adult, islands of the texture, bone weights. */
final class BaseHead {
    /** Islands of the base mesh's texture. */
    enum Island {
        HEAD,
        MOUTH,
        SOCKET,
        BODY,
        ELSEWHERE
    }

    private static final String[] ANCESTRIES = {"african", "asian", "caucasian"};

    private final SourceMesh mesh;
    private final double[] neutral;
    private final int bodyMaterial;

    BaseHead(SourceMesh mesh, SourceTargets targets) {
        this.mesh = mesh;
        this.bodyMaterial = mesh.material("body");
        neutral = new double[mesh.positions().length];
        for (int i = 0; i < neutral.length; i++) {
            neutral[i] = 100 * mesh.positions()[i];
        }
        for (String sex : new String[] {"female", "male"}) {
            add(targets, "macrodetails/universal-" + sex + "-young-averagemuscle-averageweight", 0.5);
            for (String ancestry : ANCESTRIES) {
                add(targets, "macrodetails/" + ancestry + "-" + sex + "-young", 0.5 / 3);
            }
        }
    }

    SourceMesh mesh() {
        return mesh;
    }

    /** The young adult between all archetypes, mm in the base mesh's own frame. */
    double[] neutral() {
        return neutral;
    }

    boolean body(int quad) {
        return mesh.materials()[quad] == bodyMaterial;
    }

    /** One coordinate of a quad's centre on the neutral adult. */
    double center(int quad, int axis) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += neutral[3 * mesh.quads()[4 * quad + k] + axis];
        }
        return sum / 4;
    }

    /** The island of a quad of the body, told by where it lies in the texture. */
    Island island(int quad) {
        float u = 0;
        float v = 0;
        for (int k = 0; k < 4; k++) {
            u += mesh.uv()[8 * quad + 2 * k] / 4;
            v += mesh.uv()[8 * quad + 2 * k + 1] / 4;
        }
        if (u > 0.755 && v < 0.137) {
            return Island.MOUTH;
        }
        if (u < 0.152 && v > 0.547 && v < 0.633) {
            return Island.SOCKET;
        }
        // The hands lie left of the mouth island and below the head.
        if (v < 0.138) {
            return Island.ELSEWHERE;
        }
        return u > 0.64 && !(u < 0.7519 && center(quad, 1) < 600) ? Island.HEAD : Island.BODY;
    }

    /** How far each vertex follows the head, 0 to 1, from the default skeleton's weights. */
    double[] bend() {
        Map<String, Double> shares = new HashMap<>();
        shares.put("neck01", 0.12);
        shares.put("neck02", 0.42);
        shares.put("neck03", 0.78);
        return share(name -> {
            boolean trunk = name.matches(
                    "(root|spine|pelvis|clavicle|shoulder|upperarm|lowerarm|breast|wrist|finger|metacarpal|"
                            + "upperleg|lowerleg|foot|toe).*");
            return trunk ? 0 : shares.getOrDefault(name, 1.0);
        });
    }

    /** Vertices of a named group, such as a joint's cube, in rising order. */
    int[] group(String name) {
        int material = mesh.material(name);
        TreeSet<Integer> members = new TreeSet<>();
        for (int q = 0; q < mesh.quadCount(); q++) {
            if (mesh.materials()[q] == material) {
                for (int k = 0; k < 4; k++) {
                    members.add(mesh.quads()[4 * q + k]);
                }
            }
        }
        return members.stream().mapToInt(i -> i).toArray();
    }

    /** The value that {@code ofBone} gives to bones by name, mixed for each vertex by the default skeleton's weights. */
    double[] share(ToDoubleFunction<String> ofBone) {
        JsonNode bones = mesh.json().get("bones");
        double[] share = new double[bones.size()];
        for (int b = 0; b < share.length; b++) {
            share[b] = ofBone.applyAsDouble(bones.get(b).get("name").asText().replace("____head", ""));
        }
        JsonNode weights = mesh.json().get("skinWeights");
        JsonNode indices = mesh.json().get("skinIndices");
        double[] out = new double[mesh.vertexCount()];
        for (int v = 0; v < out.length; v++) {
            double total = 0;
            for (int k = 0; k < 4; k++) {
                double w = weights.get(4 * v + k).asDouble();
                out[v] += w * share[indices.get(4 * v + k).asInt()];
                total += w;
            }
            out[v] /= Math.max(1e-9, total);
        }
        return out;
    }

    private void add(SourceTargets targets, String name, double weight) {
        double[] delta = targets.dense(name);
        for (int i = 0; i < neutral.length; i++) {
            neutral[i] += weight * delta[i];
        }
    }
}
