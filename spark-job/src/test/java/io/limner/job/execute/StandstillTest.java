package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RunWatch watch = new RunWatch(100, nanos::get);
    private final Standstill standstill = new Standstill(watch, new SparkConf(false).set("spark.executor.cores", "4"));

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
                .startsWith(
                        "no executor yet after 2 min: the cluster has no free cores or memory for one, which asks for "
                                + "spark.executor.memory=1g, spark.executor.cores=4")
                .contains("ask for less");
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
