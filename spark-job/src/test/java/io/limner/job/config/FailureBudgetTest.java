package io.limner.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureBudgetTest {
    @Test
    void aNumberIsOfTheWholeDataset() {
        FailureBudget two = FailureBudget.parse("2");
        assertThat(two.exceeded(2, 3)).isFalse();
        assertThat(two.exceeded(3, 1_000_000)).isTrue();
        assertThat(FailureBudget.parse("0").exceeded(1, 1)).isTrue();
        assertThat(two).hasToString("2");
    }

    @Test
    void aShareIsOfWhatIsDoneAndNeverLessThanTen() {
        FailureBudget one = FailureBudget.parse("1%");
        assertThat(one.exceeded(10, 10)).isFalse();
        assertThat(one.exceeded(11, 11)).isTrue();
        assertThat(one.exceeded(11, 1100)).isFalse();
        assertThat(one.exceeded(12, 1100)).isTrue();
        assertThat(FailureBudget.parse("0%").exceeded(1, 1_000_000)).isTrue();
        assertThat(FailureBudget.parse("0.5%").allowed(10_000)).isEqualTo(50);
        assertThat(one).hasToString("1%");
        assertThat(FailureBudget.parse("0.5%")).hasToString("0.5%");
    }

    @Test
    void whatIsNeitherIsRefused() {
        for (String wrong : List.of("-1", "some", "1.5", "101%", "-1%", "%", "", "1 %", "9999999999999999999")) {
            assertThatThrownBy(() -> FailureBudget.parse(wrong))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("--max-failures " + wrong + " must be a number of samples");
        }
    }
}
