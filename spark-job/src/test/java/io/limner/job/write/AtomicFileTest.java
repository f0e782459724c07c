package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private FileSystem fileSystem;

    @BeforeEach
    void open() throws IOException {
        fileSystem = FileSystem.getLocal(new Configuration()).getRawFileSystem();
    }

    private AtomicFile begin() throws IOException {
        AtomicFile file = AtomicFile.create(
                fileSystem,
                new org.apache.hadoop.fs.Path(folder.resolve("a.bin").toUri()));
        file.stream().write(new byte[] {1, 2, 3});
        return file;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void appearsWithTheCommitAndNotBefore() throws IOException {
        try (AtomicFile file = begin()) {
            assertThat(names()).hasSize(1).allMatch(AtomicFile::isUnfinished);
            file.commit();
            assertThat(names()).containsExactly("a.bin");
        }
        assertThat(Files.readAllBytes(folder.resolve("a.bin"))).containsExactly(1, 2, 3);
    }

    @Test
    void leavesNothingBehindWithoutACommit() throws IOException {
        begin().close();
        assertThat(names()).isEmpty();
    }

    @Test
    void aProcessThatDiesLeavesOnlyWhatNobodyReads() throws IOException {
        AtomicFile file = begin();
        file.stream().close(); // what the system does for a process that was killed
        assertThat(names()).hasSize(1).allMatch(name -> name.startsWith(".") && !name.endsWith(".parquet"));
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        Files.write(folder.resolve("a.bin"), new byte[] {9});
        try (AtomicFile file = begin()) {
            assertThat(Files.readAllBytes(folder.resolve("a.bin"))).containsExactly(9);
            file.commit();
        }
        assertThat(names()).containsExactly("a.bin");
        assertThat(Files.readAllBytes(folder.resolve("a.bin"))).containsExactly(1, 2, 3);
    }
}
