package io.limner.renderer.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server: DISPLAY left over from someone's terminal, no display behind it, no fonts. */
final class ContactSheetIT {
    @Test
    void drawsWithoutDisplayAndFonts(@TempDir Path empty) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ContactSheetProcess.class.getName());
        builder.environment().put("DISPLAY", ":77");
        builder.environment().put("FONTCONFIG_FILE", empty.resolve("none.conf").toString());
        builder.environment().put("FONTCONFIG_PATH", empty.toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).startsWith("bytes: ");
        assertThat(process.exitValue()).isZero();
    }
}
