package io.limner.renderer.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComplexionsTest {
    @Test
    void skinDarkensAlongTheMonkScale() {
        for (int tone = 4; tone <= 10; tone++) {
            assertThat(Complexions.skin(tone).luminance())
                    .as("tone %s", tone)
                    .isLessThan(Complexions.skin(tone - 1).luminance());
        }
        assertThat(Complexions.skin(1).luminance())
                .isGreaterThan(10 * Complexions.skin(10).luminance());
    }

    @Test
    void skinAndLipsReflectMostRed() {
        for (int tone = 1; tone <= 10; tone++) {
            Rgb skin = Complexions.skin(tone);
            Rgb lips = Complexions.lips(skin, 0);
            assertThat(skin.r()).isLessThan(1).isGreaterThan(skin.g());
            assertThat(skin.g()).isGreaterThan(skin.b());
            assertThat(lips.r() / lips.g()).isGreaterThan(skin.r() / skin.g());
        }
    }

    @Test
    void srgbCodesBecomeLinear() {
        assertThat(Rgb.ofSrgb(0xffffff).g()).isCloseTo(1, within(1e-12));
        assertThat(Rgb.ofSrgb(0x808080).r()).isCloseTo(0.2158605, within(1e-6));
        assertThat(Rgb.ofHsv(0, 1, 1)).isEqualTo(new Rgb(1, 0, 0));
        assertThat(Rgb.ofHsv(240, 1, 1)).isEqualTo(new Rgb(0, 0, 1));
    }
}
