package io.limner.renderer.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Blendshape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the file beside a head says of it: which class each material is, where the 68 landmarks lie, and which morph target is which
 * movement.
 *
 * @param licence of the head, as rows name it
 * @param materials by name
 * @param landmarks the 68 points
 * @param morphs names of morph targets by movement
 * @param textures whether skin has the file's base colours
 */
record Sidecar(
        String licence,
        Map<String, Region> materials,
        List<Point> landmarks,
        Map<Blendshape, String> morphs,
        boolean textures) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LANDMARKS = 68;
    private static final List<String> KEYS =
            List.of("limner_head", "licence", "materials", "landmarks", "morphs", "textures");

    /** What a material's triangles are. */
    enum Region {
        SKIN(SegmentationClass.SKIN),
        NOSE(SegmentationClass.NOSE),
        EAR(SegmentationClass.EAR),
        NECK(SegmentationClass.NECK),
        UPPER_LIP(SegmentationClass.UPPER_LIP),
        LOWER_LIP(SegmentationClass.LOWER_LIP),
        MOUTH_INTERIOR(SegmentationClass.MOUTH_INTERIOR),
        TEETH(SegmentationClass.TEETH),
        TONGUE(SegmentationClass.TONGUE),
        CLOTHING(SegmentationClass.CLOTHING),
        LEFT_EYE(SegmentationClass.EYE_WHITE),
        RIGHT_EYE(SegmentationClass.EYE_WHITE),
        /** Not drawn. */
        NONE(SegmentationClass.BACKGROUND);

        private final SegmentationClass kind;

        Region(SegmentationClass kind) {
            this.kind = kind;
        }

        SegmentationClass kind() {
            return kind;
        }

        /** Whether the head's own triangles are drawn: eyeballs are replaced by ours. */
        boolean drawn() {
            return this != NONE && this != LEFT_EYE && this != RIGHT_EYE;
        }

        private static Region named(String word) {
            for (Region region : values()) {
                if (region.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return region;
                }
            }
            return null;
        }

        private static String words() {
            List<String> words = new ArrayList<>();
            for (Region region : values()) {
                words.add(region.name().toLowerCase(Locale.ROOT));
            }
            return String.join(", ", words);
        }
    }

    /**
     * A point on the surface.
     *
     * @param material whose triangle it lies on
     * @param triangle its number among the material's, in the order of the scene
     * @param weights of its three corners
     * @param path where it is said
     */
    record Point(String material, int triangle, double[] weights, String path) {}

    static Sidecar read(byte[] bytes, Faults faults) {
        JsonNode node;
        try {
            node = MAPPER.readTree(bytes);
        } catch (IOException broken) {
            throw faults.fatal(
                    "JSON",
                    "cannot be read: " + broken.getMessage().lines().findFirst().orElse(""));
        }
        if (node == null || !node.isObject()) {
            throw faults.fatal("JSON", "must be an object with limner_head, licence, materials, landmarks and morphs");
        }
        Json root = new Json(node, "", faults);
        for (String key : root.keys()) {
            if (!KEYS.contains(key)) {
                faults.add(key, "there is no such key; known are " + String.join(", ", KEYS));
            }
        }
        if (root.get("limner_head").whole(0, Integer.MAX_VALUE) != 1) {
            faults.add("limner_head", "must be 1, the version of this file's language");
        }
        if (!root.get("licence").exists()) {
            faults.add("licence", "is missing; every row names it, as \"licence\": \"CC0-1.0\"");
        }
        Map<String, Region> materials = new HashMap<>();
        Json said = root.get("materials");
        for (String name : said.keys()) {
            Region region = Region.named(said.get(name).text());
            if (region == null) {
                faults.add(said.get(name).path(), "is '" + said.get(name).text() + "'; known are " + Region.words());
            } else {
                materials.put(name, region);
            }
        }
        for (Region eye : List.of(Region.LEFT_EYE, Region.RIGHT_EYE)) {
            if (!materials.containsValue(eye)) {
                faults.add(
                        "materials",
                        "none is " + eye.name().toLowerCase(Locale.ROOT) + "; eyeballs need materials of their own");
            }
        }
        for (Region part : List.of(Region.NOSE, Region.UPPER_LIP, Region.LOWER_LIP)) {
            if (!materials.containsValue(part)) {
                faults.add(
                        "materials",
                        "none is " + part.name().toLowerCase(Locale.ROOT)
                                + "; nose and lips need materials of their own, since landmarks are checked against them");
            }
        }
        List<Point> points = points(root.get("landmarks"), faults);
        Map<Blendshape, String> morphs = morphs(root.get("morphs"), faults);
        boolean textures = root.get("textures").flag(true);
        faults.throwIfAny();
        return new Sidecar(root.get("licence").text(), materials, points, morphs, textures);
    }

    private static List<Point> points(Json said, Faults faults) {
        List<Point> points = new ArrayList<>();
        List<Json> items = said.items();
        if (items.size() != LANDMARKS) {
            faults.add(
                    "landmarks",
                    "are " + items.size()
                            + "; the 68 of iBUG are needed, each [material, triangle, weight, weight, weight]");
        }
        for (Json item : items) {
            if (item.items().size() != 5) {
                faults.add(item.path(), "must be [material, triangle, weight, weight, weight]");
                continue;
            }
            double[] weights = {
                item.get(2).number(), item.get(3).number(), item.get(4).number()
            };
            double sum = weights[0] + weights[1] + weights[2];
            if (Math.abs(sum - 1) > 1e-3 || Math.min(weights[0], Math.min(weights[1], weights[2])) < -1e-6) {
                faults.add(item.path(), "its weights must be 0 or more and add up to 1");
            }
            points.add(new Point(item.get(0).text(), item.get(1).whole(Integer.MAX_VALUE), weights, item.path()));
        }
        return points;
    }

    private static Map<Blendshape, String> morphs(Json said, Faults faults) {
        Map<Blendshape, String> morphs = new EnumMap<>(Blendshape.class);
        for (String key : said.keys()) {
            Blendshape movement = null;
            for (Blendshape known : Blendshape.values()) {
                if (known.arkitName().equals(key)
                        || known.name().toLowerCase(Locale.ROOT).equals(key)) {
                    movement = known;
                }
            }
            if (movement == null) {
                faults.add("morphs." + key, "is no movement; write ARKit's name, as jawOpen or jaw_open");
            } else {
                morphs.put(movement, said.get(key).text());
            }
        }
        return morphs;
    }
}
