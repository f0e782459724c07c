package io.limner.job.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package has a package-info.java: the room's charter. */
class ChartersTest {

    private static final Path ROOT = Path.of(System.getProperty("limner.root"));

    @Test
    void everyPackageSaysWhatBelongsInIt() throws IOException {
        List<Path> rooms = rooms();
        assertThat(rooms).hasSizeGreaterThan(10);
        assertThat(rooms).allSatisfy(room -> {
            Path charter = room.resolve("package-info.java");
            assertThat(charter).isRegularFile();
            assertThat(charter).content().contains("/**");
        });
    }

    private static List<Path> rooms() throws IOException {
        List<Path> rooms = new ArrayList<>();
        for (String module : List.of("schema", "renderer", "spark-job")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .distinct()
                        .forEach(rooms::add);
            }
        }
        return rooms;
    }
}
