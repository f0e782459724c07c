package io.limner.renderer.head.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCacheTest {
    private static final LockedPackage SOURCE = new LockedPackage("a", "1", "sum");

    private final AtomicInteger made = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void makesAPackOnceForEachSourceAndVersion() throws IOException {
        copy(SOURCE, 1, "first");
        copy(SOURCE, 1, "second");
        assertThat(made).hasValue(1);
        assertThat(Files.readAllBytes(folder.resolve("second/hm08.pack"))).containsExactly(1, 2, 3);
        copy(SOURCE, 2, "third");
        copy(new LockedPackage("a", "1", "other"), 1, "fourth");
        assertThat(made).hasValue(3);
    }

    @Test
    void leavesNothingBehindWhenMakingFails() {
        assertThatThrownBy(() -> PackCache.copyOrMake(folder.resolve("cache"), SOURCE, 1, folder.resolve("out"), () -> {
                    throw new PackException("no network");
                }))
                .hasMessage("no network");
        assertThat(folder.resolve("cache")).doesNotExist();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void copy(LockedPackage source, int version, String to) {
        PackCache.copyOrMake(
                folder.resolve("cache"), source, version, folder.resolve(to).resolve("hm08.pack"), () -> {
                    made.incrementAndGet();
                    return new byte[] {1, 2, 3};
                });
    }
}
