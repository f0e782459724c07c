package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackdropSizeTest {

    @ParameterizedTest
    @CsvSource({"0.2, 1", "0.5, 6", "1.6, 6", "2, 9", "2.5, 14", "3, 16", "8, 16"})
    void aWiderDiscIsMadeOfMorePoints(double blur, int taps) {
        assertThat(new BackdropSize(96, 96, blur).taps()).isEqualTo(taps);
    }
}
