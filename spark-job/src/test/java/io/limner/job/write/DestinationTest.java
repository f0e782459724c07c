package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.config.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {
    @TempDir
    private Path folder;

    private static Destination open(String out) throws IOException {
        return Destination.open(out, new Configuration());
    }

    @ParameterizedTest
    @CsvSource({
        "s3a://key:secret@bucket/faces, do not belong in a URL",
        "abfss://faces:key@account/faces, do not belong in a URL",
        "abfss://faces@account.dfs.core.windows.net/faces, connector for 'abfss:'",
        "gs://bucket/faces, nothing here can write to 'gs:'",
        "s3://bucket/faces, write s3a://bucket/faces",
        "file:/, root of a store",
        "s3a://bucket/, root of a store",
        "gopher://host/faces, nothing here can write to 'gopher:'",
        "' ', is empty",
    })
    void placesThatCannotBe(String out, String reason) {
        assertThatThrownBy(() -> open(out))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aSecretIsNotRepeated() {
        assertThatThrownBy(() -> open("s3a://key:secret@bucket/faces")).hasMessageNotContaining("secret@");
    }

    @Test
    void aMissingConnectorIsNamedWithItsRemedy() {
        assertThatThrownBy(() -> open("s3a://bucket/faces"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("hadoop-aws");
    }

    @Test
    void aFileIsNoPlace() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Destination destination = open(file.toString());
        assertThatThrownBy(destination::entries)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void smallFilesAreReadAsTheyWereWritten() throws IOException {
        Destination destination = open(folder.resolve("with space").toString());
        assertThat(destination.read("a.txt")).isEmpty();
        destination.publish("a.txt", new byte[] {1});
        destination.publish("a.txt", new byte[] {2, 3});
        assertThat(destination.read("a.txt").orElseThrow()).containsExactly(2, 3);
        assertThat(folder.resolve("with space/a.txt")).exists();
        assertThat(destination.entries()).containsExactly("a.txt");
        destination.remove("a.txt");
        assertThat(destination.entries()).isEmpty();
    }

    @Test
    void aRelativeFolderIsRelativeToWhereWeStand() throws IOException {
        assertThat(open("out/faces").describe())
                .isEqualTo(Path.of("out/faces").toAbsolutePath().toString());
        assertThat(open("out/faces").isLocal()).isTrue();
    }
}
