package io.limner.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.execute.RunState;
import io.limner.job.plan.Shard;
import io.limner.job.write.Manifest;
import io.limner.job.write.ShardReceipt;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter out = new StringWriter();

    private static RunState state(
            long all, long there, long drawn, Map<String, Long> failures, Manifest.Executor... executors) {
        return new RunState(
                new RunState.Samples(all, there, drawn, 0, 12_000_000),
                10,
                failures,
                new Manifest.Run(10, drawn, 0, drawn / 10.0, List.of(executors), List.of()));
    }

    private static ShardReceipt receipt() {
        return new ShardReceipt(new Shard(0, 0, 10), null, null, null, Map.of());
    }

    @Test
    void saysHowFarHowFastHowMuchAndHowLong() {
        assertThat(ProgressLine.line(state(100, 20, 40, Map.of())))
                .isEqualTo("60 of 100 samples  4.0 images/s  12.0 MB  10 s left");
    }

    @Test
    void saysWhoIsSlowAndWhatFailed() {
        assertThat(ProgressLine.line(state(
                        100,
                        0,
                        40,
                        Map.of("TIME_LIMIT", 1L, "SCENE_FAULT", 3L),
                        new Manifest.Executor("0", "a", 30, 3),
                        new Manifest.Executor("1", "b", 10, 1))))
                .isEqualTo("40 of 100 samples  4.0 images/s (2 executors, 1.0 to 3.0)  12.0 MB  15 s left  "
                        + "4 failed: SCENE_FAULT 3, TIME_LIMIT 1");
    }

    @Test
    void elsewhereThanOnATerminalLinesAreRare() {
        ProgressLine line = new ProgressLine(new PrintWriter(out, true), false);
        line.begins(40, 0);
        for (int i = 1; i <= 4; i++) {
            line.drawn(receipt(), state(40, 0, 10L * i, Map.of()));
        }
        assertThat(out.toString().lines()).hasSize(1).first().asString().startsWith("40 of 40 samples");
    }

    @Test
    void onATerminalTheLineIsRewritten() {
        ProgressLine line = new ProgressLine(new PrintWriter(out, true), true);
        line.begins(40, 0);
        line.drawn(receipt(), state(40, 0, 10, Map.of()));
        line.drawn(receipt(), state(40, 0, 20, Map.of()));
        assertThat(out.toString()).startsWith("\r").doesNotContain("\n");
        line.finishes();
        assertThat(out.toString()).endsWith("\n");
    }

    @Test
    void whatARunWaitsForIsALineOfItsOwn() {
        ProgressLine line = new ProgressLine(new PrintWriter(out, true), true);
        line.drawn(receipt(), state(40, 0, 10, Map.of()));
        line.waits("no executor");
        assertThat(out.toString()).endsWith("\r\u001b[Klimner: no executor\n");
    }

    @Test
    void numbersAreForPeople() {
        assertThat(Quantity.bytes(999)).isEqualTo("999 B");
        assertThat(Quantity.bytes(10_180_616)).isEqualTo("10.2 MB");
        assertThat(Quantity.time(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(Quantity.time(Duration.ofMinutes(12))).isEqualTo("12 min");
        assertThat(Quantity.time(Duration.ofHours(20))).isEqualTo("20.0 h");
        assertThat(Quantity.time(Duration.ofDays(9))).isEqualTo("9.0 days");
    }
}
