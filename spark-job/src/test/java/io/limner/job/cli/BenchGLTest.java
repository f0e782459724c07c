package io.limner.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limner.job.fixture.NeedsEgl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code bench} measures and refuses; how fast it is, no test knows. */
@NeedsEgl
class BenchGLTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private int bench(String... arguments) {
        List<String> all = new ArrayList<>(List.of("bench", "--warm-up", "1"));
        all.addAll(List.of(arguments));
        return Limner.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(out, true));
    }

    @Test
    void everySizeAndSetOfLabelsIsMeasuredWithEveryNumberOfSlots() throws IOException {
        Path report = folder.resolve("bench.json");

        assertThat(bench(
                        "--samples",
                        "2",
                        "--sizes",
                        "64,32",
                        "--labels",
                        "landmarks",
                        "--labels",
                        "landmarks,depth",
                        "--slots",
                        "1,2",
                        "--json",
                        report.toString()))
                .as(out.toString())
                .isZero();

        JsonNode read = new ObjectMapper().readTree(report.toFile());
        assertThat(read.path("machine").path("processors").asInt()).isPositive();
        JsonNode cases = read.path("cases");
        assertThat(cases.findValuesAsText("width")).containsExactly("64", "64", "32", "32");
        for (JsonNode one : cases) {
            assertThat(one.path("runs").findValuesAsText("slots")).containsExactly("1", "2");
            for (JsonNode run : one.path("runs")) {
                assertThat(run.path("images_per_second").asDouble()).isPositive();
                assertThat(run.path("cpu_millis").asDouble()).isPositive();
            }
            JsonNode overlap = one.path("overlap");
            assertThat(overlap.path("alone").findValuesAsText("name"))
                    .containsExactly("make the face", "draw and read back", "encode", "write");
            assertThat(overlap.path("serial_images_per_second").asDouble()).isPositive();
            assertThat(overlap.path("images_per_second").asDouble()).isPositive();
            assertThat(overlap.path("ratio").asDouble()).isPositive();
            assertThat(one.path("stages").path("stages").findValuesAsText("name"))
                    .startsWith("scene", "face", "upload")
                    .contains("raster hair", "shade skin", "read back", "layer files")
                    .endsWith("hashes", "write");
            for (JsonNode stage : one.path("stages").path("stages")) {
                assertThat(stage.path("wall_millis").asDouble())
                        .as(stage.toString())
                        .isPositive();
            }
        }
        // Depth is a file more.
        assertThat(cases.get(1).path("runs").get(0).path("bytes_per_row").asLong())
                .isGreaterThan(
                        cases.get(0).path("runs").get(0).path("bytes_per_row").asLong());
    }

    @Test
    void aLongRunIsLookedAtInTenths() throws IOException {
        Path report = folder.resolve("soak.json");
        assertThat(bench("--soak", "1", "--sizes", "32", "--labels", "landmarks", "--json", report.toString()))
                .as(out.toString())
                .isZero();
        JsonNode soak = new ObjectMapper().readTree(report.toFile()).path("soak");
        assertThat(soak.path("parts")).hasSize(10);
        assertThat(soak.path("parts").get(9).path("until").asLong())
                .isEqualTo(soak.path("samples").asLong())
                .isEqualTo(100);
        for (JsonNode part : soak.path("parts")) {
            assertThat(part.path("cpu_millis").asDouble()).isPositive();
            assertThat(part.path("resident_megabytes").asDouble())
                    .isGreaterThan(part.path("heap_megabytes").asDouble());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --sizes   | 8       | --sizes 8 is out of range; give 16 to 8192 pixels
            --slots   | 0       | --slots 0 is out of range
            --samples | 0       | --samples 0 is out of range
            --labels  | depths  | --labels depths is no group of labels; did you mean depth?
            --soak    | 0       | --soak 0 is out of range
            --peer    | povray  | --peer povray is out of range; give blender
            --python  | nothing | cannot import bpy
            """)
    void whatCannotBeMeasuredIsSaid(String option, String value, String message) {
        List<String> given = new ArrayList<>(List.of(option, value));
        if (option.equals("--python")) {
            given.addAll(List.of("--peer", "blender"));
        }
        assertThat(bench(given.toArray(String[]::new))).isEqualTo(2);
        assertThat(out.toString()).contains(message).doesNotContain("\tat ");
    }
}
