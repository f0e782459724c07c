package io.limner.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.plan.Shard;
import io.limner.job.write.ShardReceipt;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter out = new StringWriter();

    private static ShardReceipt receipt(int rows, int failed) {
        return new ShardReceipt(
                new Shard(0, 0, rows),
                new ShardReceipt.Contents(rows, failed, "", ""),
                new ShardReceipt.Published("", 0, ""),
                new ShardReceipt.Work(1, 0));
    }

    @Test
    void saysHowFarHowFastAndHowLong() {
        ProgressLine line = new ProgressLine(new PrintWriter(out), false);
        line.begins(100, 20);
        line.drawn(receipt(40, 1));
        assertThat(line.line(Duration.ofSeconds(10))).isEqualTo("60 of 100 samples  4.0 images/s  10 s left  1 failed");
    }

    @Test
    void countsWhatIsDrawnInUnfinishedShards() {
        ProgressLine line = new ProgressLine(new PrintWriter(out), false);
        line.begins(100, 0);
        line.drawing(30);
        assertThat(line.line(Duration.ofSeconds(10))).startsWith("30 of 100 samples  3.0 images/s");
        line.drawn(receipt(40, 0));
        assertThat(line.line(Duration.ofSeconds(10))).startsWith("40 of 100 samples");
    }

    @Test
    void elsewhereThanOnATerminalLinesAreRare() {
        ProgressLine line = new ProgressLine(new PrintWriter(out, true), false);
        line.begins(40, 0);
        for (int i = 0; i < 4; i++) {
            line.drawn(receipt(10, 0));
        }
        assertThat(out.toString().lines()).hasSize(1).first().asString().startsWith("40 of 40 samples");
    }

    @Test
    void onATerminalTheLineIsRewritten() {
        ProgressLine line = new ProgressLine(new PrintWriter(out, true), true);
        line.begins(40, 0);
        line.drawn(receipt(10, 0));
        line.drawn(receipt(10, 0));
        assertThat(out.toString()).startsWith("\r").doesNotContain("\n");
        line.finishes();
        assertThat(out.toString()).endsWith("\n");
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
