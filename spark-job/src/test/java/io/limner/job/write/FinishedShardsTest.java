package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
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
}
