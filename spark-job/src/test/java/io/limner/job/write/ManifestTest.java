package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.fixture.Specs;
import io.limner.job.plan.Plan;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.spec.DatasetSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
    private final DatasetSpec spec = Specs.of(10);
    private final Plan plan = Plan.of(spec, 4);

    @TempDir
    private Path folder;

    private Destination destination;

    @BeforeEach
    void open() throws IOException {
        destination = Destination.open(folder.toString(), new Configuration());
    }

    private Manifest publish() throws IOException {
        try (ShardLedger receipts = new ShardLedger(plan)) {
            for (long index : new long[] {2, 0, 1}) {
                receipts.add(ManyShards.receipt(plan, plan.shard(index)));
            }
            Manifest manifest = Manifest.of(spec, plan, "1.2.3", receipts)
                    .by(new Manifest.Run(1.5, 10, 0, 6.7, List.of(), List.of("lost")));
            manifest.publish(destination, receipts);
            return manifest;
        }
    }

    @Test
    void whatIsWrittenIsReadBackShardByShardInOrder() throws IOException {
        Manifest written = publish();
        List<Manifest.Entry> shards = new ArrayList<>();
        assertThat(Manifest.at(destination, shards::add)).contains(written);
        assertThat(written.totals().samples()).isEqualTo(10);
        assertThat(shards).extracting(Manifest.Entry::firstSampleId).containsExactly(0L, 4L, 8L);
        assertThat(shards.get(2))
                .isEqualTo(new Manifest.Entry(
                        plan.fileName(plan.shard(2)), 8, 2, 1002, Sha256.hex("rows 2"), Sha256.hex("file 2")));
    }

    /** Other tools read it. */
    @Test
    void itsTextIsAsFormatMdSays() throws IOException {
        publish();
        assertThat(Files.readString(folder.resolve(Manifest.FILE)))
                .startsWith("{\n  \"identity\" : {\n    \"name\" : ")
                .containsSubsequence(
                        "\"totals\"",
                        "\"drawn_by\" : [ \"nobody\" ]",
                        "\"shards\" : [ {",
                        "\"first_sample_id\" : 4",
                        "\"run\"")
                .endsWith("}\n");
    }

    @Test
    void oneThatBreaksOffIsNone() throws IOException {
        publish();
        byte[] text = Files.readAllBytes(folder.resolve(Manifest.FILE));
        String whole = new String(text, StandardCharsets.UTF_8);
        for (int length : new int[] {0, 1, whole.indexOf("\"shards\"") + 30, text.length - 3}) {
            destination.publish(Manifest.FILE, Arrays.copyOf(text, length));
            assertThat(Manifest.at(destination)).as("%d bytes", length).isEmpty();
        }
    }

    /** In the middle of a list too, where Jackson wraps what it meets. */
    @Test
    void aStoreThatBreaksOffIsNoDamage() throws IOException {
        publish();
        byte[] text = Files.readAllBytes(folder.resolve(Manifest.FILE));
        String whole = new String(text, StandardCharsets.UTF_8);
        for (String at : List.of("\"identity\"", "nobody", "\"digest\"", "lost")) {
            InputStream some = new ByteArrayInputStream(text, 0, whole.indexOf(at) + 3);
            InputStream broken = new SequenceInputStream(some, new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new SocketTimeoutException("no answer");
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    throw new SocketTimeoutException("no answer");
                }
            });
            assertThatThrownBy(() -> ManifestFile.read(broken, shard -> {}))
                    .as(at)
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void withoutAReceiptThereIsNoManifest() throws IOException {
        try (ShardLedger receipts = new ShardLedger(plan)) {
            receipts.add(ManyShards.receipt(plan, plan.shard(1)));
            assertThat(receipts.has(1)).isTrue();
            assertThat(receipts.has(0)).isFalse();
            Manifest manifest = Manifest.of(spec, plan, "1.2.3", receipts);
            assertThatThrownBy(() -> manifest.publish(destination, receipts)).hasMessageContaining("all 3 shards");
        }
        assertThat(Manifest.at(destination)).isEmpty();
    }

    /** With a receipt in memory for each, or the manifest's text, this many take 40 MB and more. */
    @Test
    @Timeout(300)
    void manyShardsTakeLittleMemory() throws Exception {
        Path log = folder.resolve("many.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyShards.class.getName(),
                        folder.toString(),
                        "50000")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("50000 shards of 350000 samples, 1299975000 bytes");
    }
}
