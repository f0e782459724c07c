package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparkStartTest {

    @Test
    void aStoreThatStaysAwayIsAskedForMinutesUnlessSomebodySaysElse() {
        String said = "spark.hadoop.fs.s3a.retry.limit";
        System.setProperty(said, "9");
        try {
            assertThat(SparkStart.hadoop().get("fs.s3a.retry.limit")).isEqualTo("9");
        } finally {
            System.clearProperty(said);
        }
        assertThat(SparkStart.hadoop().get("fs.s3a.retry.limit")).isEqualTo("5");
        assertThat(SparkStart.hadoop().get("fs.s3a.retry.throttle.limit")).isEqualTo("4");
    }
}
