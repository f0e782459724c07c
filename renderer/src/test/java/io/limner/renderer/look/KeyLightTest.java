package io.limner.renderer.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KeyLightTest {
    @Test
    void daylightIsNearlyWhite() {
        Rgb white = KeyLight.blackBody(6500);
        assertThat(white.r()).isCloseTo(1, within(0.06));
        assertThat(white.g()).isCloseTo(1, within(0.06));
        assertThat(white.b()).isCloseTo(1, within(0.06));
    }

    @Test
    void warmIsRedAndColdIsBlueAtEqualLuminance() {
        double before = Double.MAX_VALUE;
        for (double kelvin = 1500; kelvin <= 12000; kelvin += 250) {
            Rgb color = KeyLight.blackBody(kelvin);
            assertThat(color.luminance()).isCloseTo(1, within(1e-9));
            double warmth = color.r() / Math.max(1e-3, color.b());
            assertThat(warmth).as("red over blue at %s K", kelvin).isLessThanOrEqualTo(before);
            before = warmth;
        }
        assertThat(KeyLight.blackBody(2000).r())
                .isGreaterThan(2 * KeyLight.blackBody(2000).b());
    }
}
