package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

    /** Against another implementation (the quantile and erfc of a standard library). */
    @ParameterizedTest
    @CsvSource({
        "0, 1, -2, 2, 0.001, -1.982626",
        "0, 1, -2, 2, 0.25, -0.639112",
        "0, 1, -2, 2, 0.5, 0",
        "0, 1, -2, 2, 0.999, 1.982626",
        "0, 1, 4, 5, 0.25, 4.066863",
        "0, 1, 4, 5, 0.5, 4.159046",
        "0.45, 0.18, 0, 1, 0.001, 0.009538",
        "0.45, 0.18, 0, 1, 0.999, 0.964862"
    })
    void normalIsCutNotClamped(double mean, double sd, double min, double max, double u, double value) {
        assertThat(new Normal(mean, sd, min, max, Grain.REAL).at(u).number()).isCloseTo(value, within(2e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-12, -7.034483825301132",
        "0.01, -2.3263478740408408",
        "0.3, -0.5244005127080407",
        "0.9, 1.2815515655446008",
        "1e-300, -37.0471",
        "0.5, 0"
    })
    void theQuantileOfTheNormalCurve(double share, double point) {
        assertThat(NormalCurve.quantile(share)).isCloseTo(point, within(Math.max(1e-14, Math.abs(point) * 1e-6)));
        if (share > 1e-13) {
            assertThat(NormalCurve.below(point)).isCloseTo(share, within(1e-15));
        }
    }

    @Test
    void theEndsOfTheNormalCurve() {
        assertThat(NormalCurve.below(9)).isEqualTo(1);
        assertThat(NormalCurve.below(-9)).isEqualTo(0);
        assertThat(NormalCurve.quantile(0)).isEqualTo(-NormalCurve.quantile(1)).isLessThan(-8);
    }

    @Test
    void aWholeNormalStaysWhole() {
        Normal normal = new Normal(5, 3, 1, 10, Grain.WHOLE);
        for (int i = 1; i < 1000; i++) {
            double value = normal.at(i / 1000.0).number();
            assertThat(value).isEqualTo(Math.rint(value)).isBetween(1.0, 10.0);
        }
    }

    @Test
    void aWholeUniformDrawsBothEndsAsOftenAsTheRest() {
        Uniform die = new Uniform(1, 6, Grain.WHOLE);
        int[] faces = new int[7];
        for (int i = 0; i < 6000; i++) {
            faces[(int) die.at((i + 0.5) / 6000).number()]++;
        }

        assertThat(faces).containsExactly(0, 1000, 1000, 1000, 1000, 1000, 1000);
    }

    @Test
    void aRealUniformIsRoundedToAMillionth() {
        assertThat(new Uniform(0, 1, Grain.REAL).at(1 / 3.0)).isEqualTo(Value.of(0.333333));
        assertThat(new Uniform(0.00000025, 1, Grain.REAL).at(1e-12)).isEqualTo(Value.of(0.00000025));
        assertThat(new Uniform(-60, 60, Grain.REAL).at(0.5)).isEqualTo(Value.of(0));
    }

    @Test
    void aChoiceFollowsItsWeightsWhateverTheOrder() {
        Choice choice = new Choice(
                new TreeMap<>(Map.of(Value.of("c"), 1.0, Value.of("a"), 2.0, Value.of("b"), 0.0, Value.of("d"), 1.0)));

        assertThat(choice.at(1e-9)).hasToString("a");
        assertThat(choice.at(0.4999)).hasToString("a");
        assertThat(choice.at(0.5001)).hasToString("c");
        assertThat(choice.at(0.7501)).hasToString("d");
        assertThat(choice.at(1 - 1e-16)).hasToString("d");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Uniform(2, 1, Grain.REAL));
        assertThatIllegalArgumentException().isThrownBy(() -> new Uniform(Double.NaN, 1, Grain.REAL));
        assertThatIllegalArgumentException().isThrownBy(() -> new Normal(0, 0, -1, 1, Grain.REAL));
        assertThatIllegalArgumentException().isThrownBy(() -> new Normal(0, 1, 1, 1, Grain.REAL));
        assertThatIllegalArgumentException().isThrownBy(() -> new Normal(0, 1, 6, 7, Grain.REAL));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Choice(new TreeMap<>(Map.of(Value.of("a"), 0.0))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Choice(new TreeMap<>(Map.of(Value.of("a"), -1.0))));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(Double.POSITIVE_INFINITY));
    }
}
