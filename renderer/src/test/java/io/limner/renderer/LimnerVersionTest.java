package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimnerVersionTest {
    private static final String SHADER = "io/limner/renderer/pass/a.frag";

    @TempDir
    private Path folder;

    @Test
    void namesTheBuild() {
        assertThat(LimnerVersion.current()).matches(".+\\+[0-9a-f]{12}");
    }

    /** The same files give the same, in a jar or a folder, whenever they were written; nothing else counts. */
    @Test
    void contentDecidesAndNothingElse() throws IOException {
        Path classes = folder.resolve("classes");
        write(classes, SHADER, "discard;");
        write(classes, "io/limner/job/A.class", "elsewhere");
        Path jar = folder.resolve("a.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            JarEntry entry = new JarEntry(SHADER);
            entry.setTime(0);
            out.putNextEntry(entry);
            out.write("discard;".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(LimnerVersion.content(jar)).hasSize(1).isEqualTo(LimnerVersion.content(classes));
        write(classes, SHADER, "return;;");
        assertThat(LimnerVersion.content(classes)).hasSize(1).isNotEqualTo(LimnerVersion.content(jar));
    }

    private static void write(Path classes, String name, String text) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
