package io.limner.renderer.gl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * GLSL text. A line {@code #include name} stands for the resource of that name beside the including one.
 *
 * @param name for messages
 * @param text GLSL without a version line
 */
public record ShaderSource(String name, String text) {

    /**
     * Reads a resource and what it includes.
     *
     * @param room class beside whose class file the resource lies
     * @throws IllegalStateException if the jar lacks it
     */
    public static ShaderSource of(Class<?> room, String name) {
        StringBuilder text = new StringBuilder();
        for (String line : read(room, name).split("\n", -1)) {
            if (line.startsWith("#include ")) {
                text.append(of(room, line.substring(9).trim()).text());
            } else {
                text.append(line).append('\n');
            }
        }
        return new ShaderSource(name, text.toString());
    }

    private static String read(Class<?> room, String name) {
        try (InputStream in = room.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the shader " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shader " + name, e);
        }
    }
}
