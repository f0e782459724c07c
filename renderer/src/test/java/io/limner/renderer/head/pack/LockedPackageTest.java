package io.limner.renderer.head.pack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedPackageTest {
    /** SHA-512 of the three bytes "abc" (FIPS 180-2, appendix C.1), base64. */
    private static final String ABC =
            "3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==";

    @TempDir
    private Path folder;

    @Test
    void acceptsTheLockedBytes() throws IOException {
        Path archive = Files.writeString(folder.resolve("a.tgz"), "abc", StandardCharsets.UTF_8);
        assertThatCode(() -> new LockedPackage("a", "1", ABC).check(archive)).doesNotThrowAnyException();
    }

    @Test
    void refusesOtherBytesNamingBothChecksumsAndTheRemedy() throws IOException {
        Path archive = Files.writeString(folder.resolve("a.tgz"), "abd", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new LockedPackage("a", "1", ABC).check(archive))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("a@1")
                .hasMessageContaining("expected sha512 " + ABC)
                .hasMessageContaining("actual sha512")
                .hasMessageContaining("npm config get registry");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThatThrownBy(() -> LockedPackage.HEAD_DATA.check(folder.resolve("none.tgz")))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("none.tgz");
    }
}
