package io.limner.renderer.pass;

import io.limner.renderer.gl.Program;
import io.limner.renderer.gl.ShaderSource;
import io.limner.schema.scene.Background;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** One program a material, and one a background style; those of styles are compiled when first seen. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class Shading implements AutoCloseable {
    private final Map<Material, Program> programs = new EnumMap<>(Material.class);
    private final Map<Background.Style, Program> backgrounds = new EnumMap<>(Background.Style.class);

    Shading() {
        for (Material material : Material.values()) {
            if (material != Material.BACKGROUND) {
                programs.put(material, compile(material, 0));
            }
        }
    }

    private static Program compile(Material material, int style) {
        Map<String, Integer> defines = new TreeMap<>(Bindings.defines());
        defines.put("MATERIAL", material.ordinal());
        defines.put("STYLE", style);
        return Program.compute(ShaderSource.of(Shading.class, material.shader()), defines);
    }

    /** Shades every list. */
    void run(WorkLists lists, Background.Style style) {
        for (Material material : Material.values()) {
            Program program = material == Material.BACKGROUND
                    ? backgrounds.computeIfAbsent(style, s -> compile(Material.BACKGROUND, s.ordinal()))
                    : programs.get(material);
            program.use();
            lists.dispatch(material);
        }
    }

    @Override
    public void close() {
        programs.values().forEach(Program::close);
        backgrounds.values().forEach(Program::close);
    }
}
