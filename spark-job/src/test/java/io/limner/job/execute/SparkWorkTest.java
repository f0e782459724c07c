package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SparkWorkTest {

    private static JavaSparkContext start() {
        return SparkStart.start(SparkStart.configuration(Optional.of("local[1]"), "test"));
    }

    @Test
    @Timeout(300)
    void workThatWaitsForEverEndsWhenSparkDoes() throws InterruptedException {
        List<Thread> stops = new ArrayList<>();
        assertThatThrownBy(() -> SparkWork.run(SparkWorkTest::start, spark -> {
                    stops.add(new Thread(spark::stop, "stops Spark"));
                    stops.get(0).start();
                    waitForEver();
                }))
                .isInstanceOf(SparkStoppedException.class)
                .hasMessageContaining("Run the same command again");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        stops.get(0).join();
    }

    @Test
    void aFaultOfTheWorkIsItsOwn() {
        assertThatThrownBy(() -> SparkWork.run(SparkWorkTest::start, spark -> {
                    throw new IllegalArgumentException("mine");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
    }

    @Test
    void itsOwnEndInterruptsNobody() {
        SparkWork.run(
                SparkWorkTest::start,
                spark -> assertThat(spark.parallelize(List.of(1, 2), 2).count()).isEqualTo(2));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
