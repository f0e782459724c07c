package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SrgbStepsTest {
    @Test
    void everyStepHasTheCodeOfTheCurve() {
        SrgbSteps steps = new SrgbSteps();
        int wrong = 0;
        for (int step = 0; step <= SrgbSteps.WHITE; step++) {
            double linear = step / (double) SrgbSteps.WHITE;
            double coded = linear > 0.0031308 ? 1.055 * Math.pow(linear, 1 / 2.4) - 0.055 : 12.92 * linear;
            wrong += steps.code(step) == Math.round(255 * coded) ? 0 : 1;
        }
        assertThat(wrong).isZero();
    }
}
