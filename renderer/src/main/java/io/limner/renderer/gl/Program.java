package io.limner.renderer.gl;

import java.util.Map;
import java.util.stream.Collectors;
import org.lwjgl.opengl.GL45C;

/** A linked program. */
public final class Program implements AutoCloseable {
    private final String name;
    private final int handle;

    private Program(String name, int... shaders) {
        this.name = name;
        this.handle = GL45C.glCreateProgram();
        for (int shader : shaders) {
            GL45C.glAttachShader(handle, shader);
        }
        GL45C.glLinkProgram(handle);
        for (int shader : shaders) {
            GL45C.glDeleteShader(shader);
        }
        if (GL45C.glGetProgrami(handle, GL45C.GL_LINK_STATUS) == 0) {
            String log = GL45C.glGetProgramInfoLog(handle);
            GL45C.glDeleteProgram(handle);
            throw new IllegalStateException("program " + name + " does not link: " + log);
        }
    }

    /**
     * A program of a vertex and a fragment shader.
     *
     * @param defines constants that the sources may use, by name
     * @throws IllegalStateException with the driver's log if it does not compile or link
     */
    public static Program raster(ShaderSource vertex, ShaderSource fragment, Map<String, Integer> defines) {
        return new Program(
                vertex.name(),
                compile(vertex, GL45C.GL_VERTEX_SHADER, defines),
                compile(fragment, GL45C.GL_FRAGMENT_SHADER, defines));
    }

    /**
     * A compute program.
     *
     * @param defines constants that the source may use, by name
     * @throws IllegalStateException with the driver's log if it does not compile or link
     */
    public static Program compute(ShaderSource source, Map<String, Integer> defines) {
        return new Program(source.name(), compile(source, GL45C.GL_COMPUTE_SHADER, defines));
    }

    private static int compile(ShaderSource source, int type, Map<String, Integer> defines) {
        String head = defines.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> "#define " + e.getKey() + " " + e.getValue() + "\n")
                .collect(Collectors.joining("", "#version 450 core\n", ""));
        int shader = GL45C.glCreateShader(type);
        GL45C.glShaderSource(shader, head + source.text());
        GL45C.glCompileShader(shader);
        if (GL45C.glGetShaderi(shader, GL45C.GL_COMPILE_STATUS) == 0) {
            String log = GL45C.glGetShaderInfoLog(shader);
            GL45C.glDeleteShader(shader);
            throw new IllegalStateException("shader " + source.name() + " does not compile: " + log);
        }
        return shader;
    }

    /** Makes this the current program. */
    public void use() {
        GL45C.glUseProgram(handle);
    }

    /** Sets an int uniform. */
    public void set(int location, int value) {
        GL45C.glProgramUniform1i(handle, location, value);
    }

    @Override
    public void close() {
        GL45C.glDeleteProgram(handle);
    }

    @Override
    public String toString() {
        return name;
    }
}
