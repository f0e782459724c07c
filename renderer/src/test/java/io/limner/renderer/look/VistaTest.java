package io.limner.renderer.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VistaTest {
    private static double channel(int texel, int number) {
        return (texel >> (9 * number) & 511) * Math.pow(2, (texel >>> 27) - 24);
    }

    /** The upper half is three times as bright as the lower; or a pixel has the sun in it. */
    @Test
    void pixelsKeepTheirColourRelativeToTheMean() {
        float[] radiance = new float[3 * 64 * 32];
        for (int i = 0; i < radiance.length; i++) {
            radiance[i] = i < radiance.length / 2 ? 0.03f : 0.01f;
        }
        Vista vista = Vista.of(64, 32, radiance);
        assertThat(vista.levels()).hasSize(6);
        for (int number = 0; number < 3; number++) {
            assertThat(channel(vista.levels().get(0)[5], number)).isCloseTo(1.5, within(0.005));
            assertThat(channel(vista.levels().get(3)[0], number)).isCloseTo(1.5, within(0.005));
            assertThat(channel(vista.levels().get(0)[64 * 32 - 1], number)).isCloseTo(0.5, within(0.002));
        }
        float[] sunny = new float[3 * 64 * 32];
        Arrays.fill(sunny, 1e-4f);
        sunny[0] = 1e9f;
        int[] seen = Vista.of(64, 32, sunny).levels().get(0);
        assertThat(channel(seen[0], 0)).isBetween(1000.0, 65_408.0);
        assertThat(channel(seen[0], 1)).isLessThan(channel(seen[0], 0) / 256);
        assertThat(channel(seen[9], 0)).isLessThan(1e-6);
    }
}
