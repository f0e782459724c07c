package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limner.job.write.Destination;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private final Configuration hadoop = new Configuration(false);

    @TempDir
    private Path folder;

    private Destination destination;

    @BeforeEach
    void open() throws IOException {
        destination = Destination.open(folder.toString(), hadoop);
    }

    @Test
    void namesTheFolder() {
        assertThatThrownBy(() -> fail(new IOException("No space left on device")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device: ")
                .hasMessageContaining(folder.toString());
    }

    /** Parquet, at a close, of Hadoop's local file system. */
    @Test
    void namesTheFolderOfAnErrorInAnUncheckedException() throws IOException {
        FSDataOutputStream full =
                FileSystem.getLocal(hadoop).getRaw().append(new org.apache.hadoop.fs.Path("/dev/full"));
        full.write(1);
        FSError hadoops = catchThrowableOfType(FSError.class, full::flush);
        assertThat(hadoops).hasMessageContaining("No space left on device");
        assertThatThrownBy(() -> fail(new IllegalStateException("Unable to close resource", hadoops)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void sendsOnWhatIsNotAboutADisk() {
        IllegalStateException other = new IllegalStateException("something else");
        assertThatThrownBy(() -> fail(other)).isSameAs(other);
    }

    @Test
    void sendsOnWhatATaskHasNamed() {
        IOException named = new IOException("No space left on device: /there on worker-3 has 0 kB");
        assertThatThrownBy(() -> fail(named)).isSameAs(named);
        IllegalStateException job = new IllegalStateException(new SparkException(
                "Job aborted due to stage failure: Lost task 3.3 in stage 0.0 (executor 1): java.io.UncheckedIOException: java.io.IOException: "
                        + named.getMessage()));
        assertThatThrownBy(() -> fail(job)).isSameAs(job);
    }

    @Test
    void handsTheResultOver() throws IOException {
        assertThat(FullDisk.unlessFull(() -> 7, destination, hadoop)).isEqualTo(7);
    }

    private void fail(Exception thrown) throws IOException {
        FullDisk.unlessFull(
                () -> {
                    if (thrown instanceof IOException io) {
                        throw io;
                    }
                    throw (RuntimeException) thrown;
                },
                destination,
                hadoop);
    }
}
