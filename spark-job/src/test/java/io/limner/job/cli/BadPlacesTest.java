package io.limner.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.Farm;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.Specs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places and files that a run must not take: exit code 2, what is wrong and what to do, nothing written, nothing lost. */
class BadPlacesTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private Path spec;

    @BeforeEach
    void write() throws IOException {
        spec = Files.writeString(folder.resolve("flat.yaml"), Specs.text(6));
    }

    private int limner(Object... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        return Limner.run(Stream.of(arguments).map(String::valueOf).toArray(String[]::new), out, out);
    }

    /** Runs what must be refused, and looks that the folder is as it was. */
    private void refused(String reason, Object... arguments) throws IOException {
        Map<String, String> before = content();
        assertThat(limner(arguments)).as(said.toString()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(said.toString()).contains(reason).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(content()).isEqualTo(before);
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                content.put(
                        path.toString(),
                        Files.isRegularFile(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "folder");
            }
        }
        return content;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3a://AKIACANARY:canary@bucket/faces | keys do not belong in a URL",
                "s3://bucket/faces | write s3a://bucket/faces",
                "s3n://bucket/faces | Hadoop calls S3 s3a",
                "s3a://bucket | is the root of a store",
                "s3a://bucket/ | is the root of a store",
                "file:/ | is the root of a store",
                "gopher://host/faces | nothing here can write to 'gopher:'",
                "http://127.0.0.1/faces | nothing here can write to a web address",
                "'' | the place is empty",
            })
    void placesThatNoDatasetCanHave(String out, String reason) throws IOException {
        refused(reason, "render", spec, "--out", out);
        assertThat(said.toString()).doesNotContain("canary", "AKIACANARY");
    }

    @Test
    void namesThatAreTooLong() throws IOException {
        refused(
                "this prefix has 1000 bytes, and a store's names hold 1024",
                "render",
                spec,
                "--out",
                "s3a://bucket/" + "a".repeat(1000));
        // Bytes count, not letters.
        refused("this prefix has 960 bytes", "render", spec, "--out", "s3a://bucket/" + "\u00e9".repeat(480));
        refused("has 300 bytes, and may have 255", "render", spec, "--out", folder.resolve("b".repeat(300)));
        refused("has 260 bytes, and may have 255", "render", spec, "--out", "\u00e9".repeat(130));
    }

    @Test
    void whatLiesThereIsLeftAlone() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("thesis.doc"), "years of work");
        refused("already holds something else (thesis.doc)", "render", spec, "--out", full);
        refused("is a file", "render", spec, "--out", spec);
        refused("Not a directory", "render", spec, "--out", spec.resolve("below"));
    }

    /** What others take for the sign of a finished dataset is no such sign here. */
    @Test
    void aForgedSuccessMarkerIsNotBelieved() throws IOException {
        Path marked = Files.createDirectory(folder.resolve("marked"));
        Files.createFile(marked.resolve("_SUCCESS"));
        refused("already holds something else (_SUCCESS)", "render", spec, "--out", marked);

        Path whole = folder.resolve("whole");
        Farm.draw(Specs.settings(6, 3, whole), FlatSamplers.sound());
        Files.delete(io.limner.job.fixture.StoredDataset.shards(whole).get(0));
        said.getBuffer().setLength(0);
        assertThat(limner("render", spec, "--out", whole, "--shard-size", "3", "--dry-run"))
                .isZero();
        assertThat(said.toString())
                .as("the manifest says that all is there")
                .contains("nothing was drawn")
                .doesNotContain("complete");
        assertThat(limner("verify", whole)).isEqualTo(ExitCode.FAILED);

        Files.writeString(whole.resolve("_limner/manifest.json"), "{}");
        assertThat(limner("verify", whole)).isEqualTo(ExitCode.FAILED);
        assertThat(said.toString()).contains("_limner/manifest.json: is missing or damaged");
    }

    @Test
    void outputIsNotInput() throws IOException {
        Path there = folder.resolve("there");
        Farm.draw(Specs.settings(6, 3, there), FlatSamplers.sound());
        refused("is also where the dataset is to go", "render", spec, "--from", there, "--out", there);
        refused("is the dataset itself", "backfill", there, "--labels", "alpha", "--out", there);
        refused("already holds something else", "render", spec, "--out", there.resolve("data"));
    }

    @Test
    void aStoreElsewhereIsNotSpokenToInTheClear() throws IOException {
        for (String endpoint : List.of("http://store.example.org", "http://10.0.0.7:9000", "http://127.example.org")) {
            withEndpoint(endpoint, () -> {
                refused("fs.s3a.endpoint = http://", "render", spec, "--out", "s3a://bucket/faces");
                refused("--assets s3a://bucket/files", "plan", spec, "--assets", "s3a://bucket/files");
            });
            assertThat(said.toString()).contains("spark.hadoop.limner.store.plain-http=true");
        }
        // What is no matter of encryption is the next thing to be said: this class path has no connector.
        for (String endpoint : List.of("http://127.0.0.1:9000", "http://localhost", "https://store.example.org", "")) {
            withEndpoint(endpoint, () -> {
                said.getBuffer().setLength(0);
                refused("connector for 's3a:'", "render", spec, "--out", "s3a://bucket/faces");
            });
        }
        System.setProperty("spark.hadoop.limner.store.plain-http", "true");
        try {
            withEndpoint(
                    "http://10.0.0.7",
                    () -> refused("connector for 's3a:'", "render", spec, "--out", "s3a://bucket/faces"));
        } finally {
            System.clearProperty("spark.hadoop.limner.store.plain-http");
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void withEndpoint(String endpoint, Work work) throws IOException {
        System.setProperty("spark.hadoop.fs.s3a.endpoint", endpoint);
        try {
            work.run();
        } finally {
            System.clearProperty("spark.hadoop.fs.s3a.endpoint");
        }
    }

    /** Names of files in a spec that lead elsewhere, or to what is no picture. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "%2e%2e%2fsecret.png",
                "/etc/passwd",
                "file:///etc/passwd",
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1/redirect",
                "s3a://bucket/a.png",
                "out.png",
                "linked/secret.png",
                "climbs.zip",
                "bomb.png",
                "absent.png"
            })
    void filesThatMustNotBeShown(String name) throws IOException {
        Path root = Files.createDirectory(folder.resolve("assets"));
        Files.writeString(folder.resolve("secret.png"), "canary");
        Files.createSymbolicLink(root.resolve("out.png"), folder.resolve("secret.png"));
        Files.createSymbolicLink(root.resolve("linked"), folder);
        Files.write(root.resolve("climbs.zip"), new byte[] {'P', 'K', 3, 4});
        Files.write(root.resolve("bomb.png"), pngHeader(60_000, 60_000));
        Path own = Files.writeString(
                folder.resolve("own.yaml"),
                "limner: 1\nname: own\nsamples: 2\nassets: { backgrounds: '" + name
                        + "' }\nparameters: { background.style: user }\n");
        for (String command : List.of("plan", "render", "preview")) {
            List<Object> words = new ArrayList<>(List.of(command, own, "--assets", root));
            if (!command.equals("plan")) {
                words.addAll(List.of("--out", folder.resolve(command + ".png")));
            }
            said.getBuffer().setLength(0);
            refused(name, words.toArray());
            assertThat(said.toString()).doesNotContain("canary");
        }
    }

    private static byte[] pngHeader(int width, int height) {
        java.nio.ByteBuffer png = java.nio.ByteBuffer.allocate(4096);
        png.putLong(0x89504e470d0a1a0aL).putInt(13);
        png.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        png.put(new byte[] {8, 2, 0, 0, 0});
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(png.array(), 12, 17);
        return png.putInt((int) sum.getValue()).array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(rm -rf .)", "../up", "a b", "`id`", "a;b", "CON\u202Efig"})
    void aNameIsNoCommand(String name) throws IOException {
        Path bad = Files.writeString(
                folder.resolve("bad.yaml"), Specs.text(6).replace("name: flat", "name: '" + name + "'"));
        refused("bad.yaml:2  ", "render", bad, "--out", folder.resolve("out"));
        // In a path it is a name like any other, and nobody's command.
        assertThat(limner("render", spec, "--out", folder.resolve("x$(rm -rf .)"), "--dry-run"))
                .isZero();
        assertThat(spec).exists();
    }

    @Test
    void daysAreInOrder() throws IOException {
        for (String days : List.of("ds=2026-11-20..2026-11-10", "ds=2026-11-20/2026-11-10", "ds=2026-02-30")) {
            refused("must be a day", "render", spec, "--partition", days, "--out", folder.resolve("out"));
        }
    }
}
