package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.limner.job.fixture.Specs;
import io.limner.job.plan.Plan;
import io.limner.schema.spec.DatasetSpec;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.MultipartUploaderBuilder;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedShardsTest {
    @TempDir
    private Path folder;

    @Test
    void aStoreThatDoesNotAnswerIsNoDamage() {
        assertThat(FinishedShards.isDamage(new SocketTimeoutException("no answer")))
                .isFalse();
        assertThat(FinishedShards.isDamage(new UncheckedIOException(new IOException("reset"))))
                .isFalse();
        assertThat(FinishedShards.isDamage(new EOFException())).isTrue();
        assertThat(FinishedShards.isDamage(new IllegalArgumentException("another shard")))
                .isTrue();
    }

    @Test
    void aManifestWithoutItsFieldsIsNone() throws IOException {
        Destination destination = Destination.open(folder.toString(), new Configuration());
        String empty = "{\"identity\": {}, \"totals\": {}, \"shards\": [{}]}";
        destination.publish(Manifest.FILE, empty.getBytes(StandardCharsets.UTF_8));
        assertThat(Manifest.at(destination)).isEmpty();
    }

    @Test
    void aManifestThatListsFewerShardsThanThePlanIsNotComplete() throws IOException {
        DatasetSpec spec = Specs.of(10);
        Plan plan = Plan.of(spec, 4);
        Configuration hadoop = new Configuration();
        Destination destination = Destination.open(folder.toString(), hadoop);
        Files.createDirectories(folder.resolve(Destination.DATA));
        try (ShardLedger receipts = new ShardLedger(plan)) {
            for (int index = 0; index < 3; index++) {
                ShardReceipt receipt = ManyShards.receipt(plan, plan.shard(index));
                receipts.add(receipt);
                byte[] file = new byte[Math.toIntExact(receipt.file().bytes())];
                Files.write(
                        folder.resolve(Destination.DATA).resolve(receipt.file().name()), file);
            }
            Manifest.of(spec, plan, "test", receipts).publish(destination, receipts);
        }
        FinishedShards finished = new FinishedShards(destination, plan, hadoop);
        assertThat(finished.complete()).isPresent();

        ObjectMapper json = new ObjectMapper();
        JsonNode manifest = json.readTree(destination.read(Manifest.FILE).orElseThrow());
        ((ArrayNode) manifest.get("shards")).remove(2);
        destination.publish(Manifest.FILE, json.writeValueAsBytes(manifest));
        Files.delete(folder.resolve(Destination.DATA).resolve(plan.fileName(plan.shard(2))));
        assertThat(Manifest.at(destination)).isPresent();
        assertThat(finished.complete()).isEmpty();
    }

    /** What killed runs leave is named by a random UUID. The lease is renewed while the rest goes. */
    @Test
    void whatIsUnfinishedGoesAndTheLeaseStays() throws IOException {
        Configuration hadoop = new Configuration();
        Destination destination = Destination.open(folder.toString(), hadoop);
        FinishedShards finished = new FinishedShards(destination, new Plan("ab", 10, 5), hadoop);
        finished.removeUnfinished(); // There is no folder yet.
        for (String name : List.of(
                "_limner/.manifest.json.1.tmp",
                "_limner/.lease.json.1.tmp",
                "_limner/.of-somebody-else",
                "_limner/lease.json",
                "_limner/lease.json.1",
                "_limner/plan.json",
                "data/.part-1.1.tmp")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
        finished.removeUnfinished();
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "_limner/.lease.json.1.tmp",
                            "_limner/.of-somebody-else",
                            "_limner/lease.json",
                            "_limner/lease.json.1",
                            "_limner/plan.json");
        }
    }

    @Test
    void uploadsOfShardsAndOfTheManifestAreGivenUp() throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.parts.impl", PartsStore.class.getName());
        hadoop.setBoolean("fs.parts.impl.disable.cache", true);
        Destination destination = Destination.open("parts://" + folder, hadoop);
        new FinishedShards(destination, new Plan("ab", 10, 5), hadoop).removeUnfinished();
        assertThat(((PartsStore) destination.fileSystem()).givenUp).containsExactly("data", "_limner");
    }

    /** A store of uploads in parts that remembers below which folders they were given up. */
    public static final class PartsStore extends RawLocalFileSystem {
        private final List<String> givenUp = new ArrayList<>();

        @Override
        public URI getUri() {
            return URI.create("parts:///");
        }

        @Override
        public boolean hasPathCapability(org.apache.hadoop.fs.Path path, String capability) throws IOException {
            return capability.equals(CommonPathCapabilities.ABORTABLE_STREAM)
                    || capability.equals(CommonPathCapabilities.FS_MULTIPART_UPLOADER)
                    || super.hasPathCapability(path, capability);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // A proxy returns it as an object.
        @Override
        public MultipartUploaderBuilder<?, ?> createMultipartUploader(org.apache.hadoop.fs.Path base) {
            MultipartUploader uploads = proxy(MultipartUploader.class, (method, arguments) -> {
                if (!method.equals("abortUploadsUnderPath")) {
                    return null;
                }
                givenUp.add(((org.apache.hadoop.fs.Path) arguments[0]).getName());
                return CompletableFuture.completedFuture(1);
            });
            return proxy(MultipartUploaderBuilder.class, (method, arguments) -> uploads);
        }

        private static <T> T proxy(Class<T> type, BiFunction<String, Object[], Object> answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> answer.apply(method.getName(), arguments)));
        }
    }
}
