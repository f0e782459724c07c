package io.limner.renderer.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {
    @Test
    void readsEveryForm() {
        assertThat(DeviceChoice.parse("auto")).isEqualTo(new DeviceChoice.Auto());
        assertThat(DeviceChoice.parse(" CPU ")).isEqualTo(new DeviceChoice.Cpu());
        assertThat(DeviceChoice.parse("gpu")).isEqualTo(new DeviceChoice.AnyGpu());
        assertThat(DeviceChoice.parse("gpu:3")).isEqualTo(new DeviceChoice.CudaGpu(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cuda", "gpu:", "gpu:-1", "gpu:x", "gpu:99999"})
    void namesTheValueAndTheRemedy(String text) {
        assertThatThrownBy(() -> DeviceChoice.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("device = " + text)
                .hasMessageContaining("use auto, cpu, gpu or gpu:N");
    }
}
