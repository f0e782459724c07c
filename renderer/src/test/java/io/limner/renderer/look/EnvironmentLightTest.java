package io.limner.renderer.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.schema.scene.Light;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentLightTest {
    private static Light light(Light.Environment environment, double rotation, double intensity) {
        return new Light(
                new Light.Surroundings(environment, 0, rotation), intensity, 6500, new Light.Key(0, 30, 1, 6500, 2));
    }

    @Test
    void aUniformSkyLightsEveryNormalWithItsOwnRadiance() {
        Rgb one = new Rgb(1, 1, 1);
        Rgb[] harmonics = new EnvironmentLight(one, one, one, List.of()).irradiance();
        assertThat(harmonics[0].r()).isCloseTo(1, within(1e-3));
        for (int k = 1; k < 9; k++) {
            assertThat(Math.abs(harmonics[k].g())).isLessThan(2e-3);
        }
    }

    @Test
    void aSmallLightObeysTheCosineLaw() {
        // A narrow lobe of radiance L and sharpness s holds the irradiance 2 pi L / s; a white surface reflects it /
        // pi.
        double sharpness = 60;
        EnvironmentLight.Lobe lobe = new EnvironmentLight.Lobe(new double[] {0, 0, 1}, sharpness, new Rgb(3, 3, 3));
        Rgb black = new Rgb(0, 0, 0);
        Rgb[] h = new EnvironmentLight(black, black, black, List.of(lobe)).irradiance();
        double facing = h[0].r() + h[2].r() + 2 * h[6].r();
        // Nine coefficients hold a clamped cosine to about 6 percent.
        assertThat(facing).isCloseTo(2 * 3 / sharpness, within(0.08 * 2 * 3 / sharpness));
    }

    @ParameterizedTest
    @EnumSource(value = Light.Environment.class, mode = EnumSource.Mode.EXCLUDE, names = "USER")
    void everyEnvironmentExposesAFace(Light.Environment environment) {
        for (double rotation : new double[] {0, 90, 180, 270}) {
            Rgb[] h = EnvironmentLight.of(light(environment, rotation, 1)).irradiance();
            double facing = h[0].plus(h[2]).plus(h[6].scaled(2)).luminance();
            assertThat(facing).as("%s turned by %s", environment, rotation).isBetween(0.15, 1.2);
        }
    }

    @Test
    void intensityScalesAndRotationTurns() {
        Rgb[] once = EnvironmentLight.of(light(Light.Environment.WINDOW, 0, 1)).irradiance();
        Rgb[] twice = EnvironmentLight.of(light(Light.Environment.WINDOW, 0, 2)).irradiance();
        assertThat(twice[0].r()).isCloseTo(2 * once[0].r(), within(1e-9));
        // The window stands at the subject's right (-x); a half turn brings it to the left.
        assertThat(once[3].r()).isNegative();
        Rgb[] turned =
                EnvironmentLight.of(light(Light.Environment.WINDOW, 180, 1)).irradiance();
        assertThat(turned[3].r()).isPositive();
    }

    @Test
    void directionsFollowTheSubject() {
        assertThat(EnvironmentLight.direction(0, 0)).containsExactly(new double[] {0, 0, 1}, within(1e-12));
        assertThat(EnvironmentLight.direction(90, 0)).containsExactly(new double[] {1, 0, 0}, within(1e-12));
        assertThat(EnvironmentLight.direction(0, 90)).containsExactly(new double[] {0, 1, 0}, within(1e-12));
    }
}
