package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskDeviceTest {
    @Test
    void aTaskDrawsOnTheGpuThatSparkGaveIt() {
        String[] given = {"3"};
        assertThat(TaskDevice.of("auto", given)).isEqualTo("gpu:3");
        assertThat(TaskDevice.of("gpu", given)).isEqualTo("gpu:3");
    }

    @Test
    void whatWasAskedForByNameStays() {
        assertThat(TaskDevice.of("cpu", new String[] {"3"})).isEqualTo("cpu");
        assertThat(TaskDevice.of("gpu:1", new String[] {"3"})).isEqualTo("gpu:1");
    }

    @Test
    void withoutAnAddressTheRendererChooses() {
        assertThat(TaskDevice.of("auto", new String[0])).isEqualTo("auto");
        assertThat(TaskDevice.of("gpu", new String[0])).isEqualTo("gpu");
        assertThat(TaskDevice.of("gpu")).isEqualTo("gpu");
    }
}
