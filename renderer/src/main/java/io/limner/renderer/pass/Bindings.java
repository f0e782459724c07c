package io.limner.renderer.pass;

import io.limner.schema.label.AmodalGroup;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Background;
import java.util.Map;
import java.util.TreeMap;

/** The one table of numbers that shaders and Java share; shaders get them as constants of these names. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class Bindings {
    static final int FRAME_BLOCK = 0;

    static final int LABELS = 0;
    static final int DEPTHS = 1;
    static final int COLORS = 2;
    static final int LISTS = 3;
    static final int ITEMS = 4;
    static final int CANONICAL = 5;
    static final int ALBEDO = 6;

    static final int VISIBILITY = 0;
    static final int SHADOW_MAP = 1;
    static final int SKIN_DETAIL = 2;
    static final int SKIN_COLOR = 3;
    static final int SHADED = 4;
    static final int VERTICES = 5;
    static final int CORNERS = 6;
    static final int SHARP_BACKDROP = 7;
    static final int BACKDROP = 8;
    static final int PANORAMA_MAP = 9;
    static final int WRINKLES = 10;
    static final int HEAD_COLORS = 11;

    /** Image units. */
    static final int SAMPLES = 0;

    static final int SCENERY = 1;

    static final int FIRST_ID = 0;
    static final int FIRST_ROW = 0;
    static final int END_ROW = 1;

    private Bindings() {}

    /** The table, and names that choose a variant of a program. */
    static Map<String, Integer> definesWith(String... variants) {
        Map<String, Integer> all = defines();
        for (String variant : variants) {
            all.put(variant, 1);
        }
        return all;
    }

    /** The table, names that choose a variant, and for each class the bit of its amodal group. */
    static Map<String, Integer> definesWithBits(String... variants) {
        Map<String, Integer> all = definesWith(variants);
        for (SegmentationClass kind : SegmentationClass.values()) {
            all.put("BIT_" + kind.code(), AmodalGroup.bit(kind));
        }
        all.put("CLASSES", SegmentationClass.values().length);
        return all;
    }

    static Map<String, Integer> defines() {
        Map<String, Integer> all = new TreeMap<>();
        all.put("FRAME_BLOCK", FRAME_BLOCK);
        all.put("VERTICES", VERTICES);
        all.put("CORNERS", CORNERS);
        all.put("SHARP_BACKDROP", SHARP_BACKDROP);
        all.put("BACKDROP", BACKDROP);
        all.put("PANORAMA_MAP", PANORAMA_MAP);
        all.put("SAMPLES", SAMPLES);
        all.put("SCENERY", SCENERY);
        all.put("LABELS", LABELS);
        all.put("DEPTHS", DEPTHS);
        all.put("COLORS", COLORS);
        all.put("LISTS", LISTS);
        all.put("ITEMS", ITEMS);
        all.put("CANONICAL", CANONICAL);
        all.put("ALBEDO", ALBEDO);
        all.put("VISIBILITY", VISIBILITY);
        all.put("SHADOW_MAP", SHADOW_MAP);
        all.put("SKIN_DETAIL", SKIN_DETAIL);
        all.put("SKIN_COLOR", SKIN_COLOR);
        all.put("WRINKLES", WRINKLES);
        all.put("HEAD_COLORS", HEAD_COLORS);
        all.put("SHADED", SHADED);
        all.put("FIRST_ID", FIRST_ID);
        all.put("FIRST_ROW", FIRST_ROW);
        all.put("END_ROW", END_ROW);
        all.put("WRINKLE_WIDTH", WrinkleMap.WIDTH);
        all.put("WRINKLE_HEIGHT", WrinkleMap.HEIGHT);
        all.put("WRINKLE_BOTTOM", WrinkleMap.BOTTOM);
        all.put("MATERIALS", Material.values().length);
        for (Material material : Material.values()) {
            all.put("MATERIAL_" + material.name(), material.ordinal());
        }
        for (SegmentationClass kind : SegmentationClass.values()) {
            all.put("CLASS_" + kind.name(), kind.code());
        }
        for (Background.Style style : Background.Style.values()) {
            all.put("BACKGROUND_" + style.name(), style.ordinal());
        }
        return all;
    }
}
