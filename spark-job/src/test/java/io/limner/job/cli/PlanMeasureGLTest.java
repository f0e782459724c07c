package io.limner.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.NeedsEgl;
import io.limner.job.fixture.Specs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan whose speed and size were measured. */
@NeedsEgl
class PlanMeasureGLTest {
    @TempDir
    private Path folder;

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return Double.parseDouble(matcher.group(1).replace(",", ""));
    }

    @Test
    void timeAndCostFollowFromWhatWasDrawn() throws IOException {
        Path spec = Files.writeString(folder.resolve("a.yaml"), Specs.text(36_000));
        StringWriter out = new StringWriter();
        String[] plan = {
            "plan",
            spec.toString(),
            "--measure",
            "3",
            "--slots",
            "10",
            "--shard-size",
            "100",
            "--price",
            "2",
            "--look",
            "0"
        };
        assertThat(Limner.run(plan, new PrintWriter(out, true), new PrintWriter(out, true)))
                .as(out.toString())
                .isZero();

        double speed =
                number(out.toString(), "measured +([0-9.]+) images/s of one slot of this machine, over 3 samples");
        double cost = number(out.toString(), "cost +about ([0-9.,]+), at 2.0 for an hour of a slot");
        assertThat(speed).isPositive();
        // 36,000 samples at so many a second are 10 hours divided by the speed, of one slot, at 2 an hour.
        assertThat(cost).isCloseTo(20 / speed, org.assertj.core.data.Percentage.withPercentage(5));
        assertThat(number(out.toString(), "size .* ([0-9.]+) kB a sample")).isBetween(8.8, 40.0);
    }
}
