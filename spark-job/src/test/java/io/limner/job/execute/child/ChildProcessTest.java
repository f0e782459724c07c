package io.limner.job.execute.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.Specs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    private static final ChildLimits LIMITS = ChildLimits.standard(Specs.of(1));

    @Test
    void everySettingOfLimnerReachesTheChildAndOthersDoNot() {
        System.setProperty("limner.planted", "a b");
        System.setProperty("planted", "no");
        try {
            List<String> command = ChildProcess.command(LIMITS, Path.of("/folder"));
            assertThat(command).contains("-Dlimner.planted=a b").noneMatch(word -> word.startsWith("-Dplanted"));
            assertThat(command).endsWith(ChildMain.class.getName(), "/folder");
        } finally {
            System.clearProperty("limner.planted");
            System.clearProperty("planted");
        }
    }

    @Test
    void optionsForOtherJvmsDoNot() {
        Map<String, String> environment = new HashMap<>(
                Map.of("JAVA_TOOL_OPTIONS", "-Dsecret=1", "JDK_JAVA_OPTIONS", "-Dsecret=2", "LP_NUM_THREADS", "0"));
        ChildProcess.clean(environment);
        assertThat(environment).containsOnly(Map.entry("LP_NUM_THREADS", "0"));
    }
}
