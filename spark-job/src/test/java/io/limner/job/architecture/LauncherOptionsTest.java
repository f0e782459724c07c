package io.limner.job.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** The launcher and the tests give the JVM what Spark itself asks for, also after an upgrade of Spark. */
class LauncherOptionsTest {

    private static final Path LAUNCHER = Path.of(System.getProperty("limner.root"), "limner");

    /** Linear algebra's incubator module is left out: Limner does none, and it warns at every start. */
    private static List<String> wanted() {
        return Stream.of(JavaModuleOptions.defaultModuleOptionArray())
                .filter(option -> !option.startsWith("--add-modules"))
                .toList();
    }

    @Test
    void theLauncherOpensWhatSparkNeeds() throws IOException {
        List<String> lines =
                Files.readAllLines(LAUNCHER).stream().map(String::strip).toList();
        assertThat(wanted()).hasSizeGreaterThan(10);
        assertThat(lines).containsAll(wanted());
    }

    @Test
    void theTestsRunWithWhatSparkNeeds() {
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(wanted());
    }
}
