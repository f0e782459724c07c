package io.limner.renderer.head.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void readsWantedFilesOnly() throws IOException {
        Path archive = Files.write(folder.resolve("a.tgz"), archive());
        PackageArchive read = PackageArchive.read(archive, name -> name.startsWith("package/good"));
        assertThat(read.names()).containsExactly("package/good.txt", "package/good2.txt");
        assertThat(new String(read.file("package/good2.txt"), StandardCharsets.UTF_8))
                .isEqualTo("second");
        assertThatThrownBy(() -> read.file("package/bad.txt")).isInstanceOf(PackException.class);
    }

    @Test
    void namesADamagedArchive() throws IOException {
        byte[] bytes = archive();
        Path archive = Files.write(folder.resolve("cut.tgz"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> PackageArchive.read(archive, name -> true))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("cut.tgz");
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(entry("package/good.txt", "x".repeat(700)));
            gzip.write(entry("package/bad.txt", "bad"));
            gzip.write(entry("package/good2.txt", "second"));
            gzip.write(new byte[1024]);
        }
        return out.toByteArray();
    }

    private static byte[] entry(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[512 + (content.length + 511) / 512 * 512];
        System.arraycopy(name.getBytes(StandardCharsets.UTF_8), 0, out, 0, name.length());
        byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(size, 0, out, 124, size.length);
        out[156] = '0';
        System.arraycopy(content, 0, out, 512, content.length);
        return out;
    }
}
