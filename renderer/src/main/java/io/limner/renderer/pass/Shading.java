package io.limner.renderer.pass;

import io.limner.renderer.gl.Program;
import io.limner.renderer.gl.ShaderSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** One program a material. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class Shading implements AutoCloseable {
    private final Map<Material, Program> programs = new EnumMap<>(Material.class);

    Shading() {
        for (Material material : Material.values()) {
            Map<String, Integer> defines = new TreeMap<>(Bindings.defines());
            defines.put("MATERIAL", material.ordinal());
            programs.put(material, Program.compute(ShaderSource.of(Shading.class, material.shader()), defines));
        }
    }

    /** Shades every list. */
    void run(WorkLists lists) {
        programs.forEach((material, program) -> {
            program.use();
            lists.dispatch(material);
        });
    }

    @Override
    public void close() {
        programs.values().forEach(Program::close);
    }
}
