package io.limner.renderer.gl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
     * @throws IllegalStateException if the jar lacks one of them, or one includes itself
     */
    public static ShaderSource of(Class<?> room, String name) {
        return new ShaderSource(name, expanded(room, List.of(name)));
    }

    /** @param way from the file that was asked for to the one that is read */
    private static String expanded(Class<?> room, List<String> way) {
        StringBuilder text = new StringBuilder();
        for (String line : read(room, way).split("\n", -1)) {
            if (line.startsWith("#include ")) {
                String included = line.substring(9).trim();
                List<String> further = new ArrayList<>(way);
                further.add(included);
                if (way.contains(included)) {
                    throw new IllegalStateException("a shader includes itself: " + String.join(" > ", further));
                }
                text.append(expanded(room, further));
            } else {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static String read(Class<?> room, List<String> way) {
        String name = way.get(way.size() - 1);
        try (InputStream in = room.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the shader " + String.join(" > ", way));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shader " + name, e);
        }
    }
}
