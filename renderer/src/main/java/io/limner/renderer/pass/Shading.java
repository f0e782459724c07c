package io.limner.renderer.pass;

import io.limner.renderer.gl.Program;
import io.limner.renderer.gl.ShaderSource;
import io.limner.renderer.head.HeadColors;
import io.limner.renderer.look.Panorama;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A program for each material and each set of features, compiled when first used. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class Shading implements AutoCloseable {
    private final Map<Features, Map<Material, Program>> programs = new HashMap<>();

    /**
     * What not every picture has. A processor that draws in software would pay for it in all.
     *
     * @param glasses lenses before the eyes
     * @param bentLens a camera whose lens distorts
     * @param panorama light from a picture
     * @param canonical whether pixels tell their place on the neutral adult
     * @param albedo whether pixels tell their colour without light
     * @param ownColors skin with the colours of a user's file
     */
    record Features(
            boolean glasses,
            boolean bentLens,
            boolean panorama,
            boolean canonical,
            boolean albedo,
            boolean ownColors) {}

    private static Map<Material, Program> compile(Features features) {
        Map<Material, Program> compiled = new EnumMap<>(Material.class);
        for (Material material : Material.values()) {
            Map<String, Integer> defines = Bindings.defines();
            defines.put("MATERIAL", material.ordinal());
            if (!features.glasses) {
                defines.put("NO_GLASSES", 1);
            }
            if (!features.bentLens) {
                defines.put("STRAIGHT_LENS", 1);
            }
            if (features.panorama) {
                defines.put("PANORAMA", Panorama.LEVELS);
            }
            if (features.canonical) {
                defines.put("CANONICAL_PLACES", 1);
            }
            if (features.albedo) {
                defines.put("ALBEDO_LAYER", 1);
            }
            if (features.ownColors) {
                defines.put("OWN_COLORS", HeadColors.RANGE);
                defines.put("LAYERS_APART", HeadColors.APART);
            }
            compiled.put(material, Program.compute(ShaderSource.of(Shading.class, material.shader()), defines));
        }
        return compiled;
    }

    /** Shades every list; {@code stages} hears of each. */
    void run(WorkLists lists, Features features, StageListener stages) {
        programs.computeIfAbsent(features, Shading::compile).forEach((material, program) -> {
            program.use();
            lists.dispatch(material);
            stages.done("shade " + material.name().toLowerCase(Locale.ROOT));
        });
    }

    @Override
    public void close() {
        programs.values().forEach(compiled -> compiled.values().forEach(Program::close));
    }
}
