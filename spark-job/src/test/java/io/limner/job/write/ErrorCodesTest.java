package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that a FAILED row can have is in FORMAT.md's table, and no other. */
class ErrorCodesTest {
    private static final Pattern SAID =
            Pattern.compile("(?:fault\\(|Failure\\(|String [A-Z_]+ =)\\s*\"([A-Z]+_[A-Z_]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+_[A-Z_]+)` \\| ");

    @Test
    void allCodesAreDocumented() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String folder : List.of(
                "../renderer/src/main/java/io/limner/renderer/FaceSampler.java",
                "../renderer/src/main/java/io/limner/renderer/asset",
                "../renderer/src/main/java/io/limner/renderer/label",
                "src/main/java/io/limner/job/execute")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    said.addAll(found(SAID, Files.readString(file)));
                }
            }
        }
        assertThat(said).contains("SCENE_FAULT", "HEAD_LACKS", "SAMPLER_BROKE", "CLASS_MISSING");
        assertThat(found(ROW, Files.readString(Path.of("../schema/FORMAT.md")))).isEqualTo(said);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
