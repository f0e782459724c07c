package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.plan.Plan;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RunWatch watch = new RunWatch(new Plan("", 100, 20), nanos::get);
    private final Standstill standstill = of(false);

    private Standstill of(boolean limited) {
        SparkConf conf = new SparkConf(false).set("spark.executor.cores", "4");
        return new Standstill(watch, conf, new Plan("", 100, 20), limited);
    }

    private void pass(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void aRunWithoutExecutorsSaysWhatItWaitsForAndWhatCanBeDone() {
        pass(20);
        assertThat(standstill.lines()).isEmpty();
        pass(100);
        assertThat(standstill.lines())
                .singleElement()
                .asString()
                .startsWith("no executor yet after 2 min: ")
                .contains("no free cores or memory for one, which asks for "
                        + "spark.executor.memory=1g, spark.executor.cores=4")
                .contains("ask for less");
    }

    @Test
    void aSampleThatStandsInAThreadIsNamedAndOneWithALimitIsNot() {
        watch.started(1, 2, "7", "here");
        watch.started(2, 3, "8", "there");
        pass(100);
        watch.reported(1, 5, List.of());
        watch.reported(2, 5, List.of());
        pass(100);
        watch.reported(1, 5, List.of());
        watch.reported(2, 6, List.of());
        assertThat(standstill.lines()).isEmpty();
        pass(80);
        assertThat(standstill.lines())
                .singleElement()
                .asString()
                .startsWith("sample 45 has been at work for 3 min in a thread of executor 7 on here")
                .contains("--slot process");
        assertThat(of(true).lines()).isEmpty();
    }

    @Test
    void aShardThatTheStoreDoesNotTakeIsNamed() {
        watch.started(1, 2, "7", "here");
        watch.reported(1, 20, List.of());
        pass(150);
        assertThat(of(true).lines())
                .singleElement()
                .asString()
                .startsWith("shard 2 is drawn and has not been stored for 3 min, by executor 7 on here");
    }

    @Test
    void aRunThatLostItsExecutorsSaysSoToo() {
        watch.started(1, 0, "7", "here");
        pass(600);
        watch.ended(1, 0, "ExecutorLostFailure");
        assertThat(standstill.lines()).isEmpty();
        pass(180);
        assertThat(standstill.lines()).singleElement().asString().startsWith("no executor at work for 3 min: ");
    }
}
