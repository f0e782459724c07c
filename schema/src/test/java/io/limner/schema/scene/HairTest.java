package io.limner.schema.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HairTest {
    @Test
    void halfOfTheHairIsGreyAtItsAgeAndMostOfItTurnsInTheTenYearsAboutIt() {
        Hair.Shade shade = new Hair.Shade(Hair.Color.BLACK, 50);
        assertThat(shade.grey(50)).isEqualTo(0.5, within(1e-12));
        assertThat(shade.grey(55) - shade.grey(45)).isBetween(0.5, 0.6);
        assertThat(shade.grey(25)).isLessThan(0.01);
        assertThat(shade.grey(80)).isGreaterThan(0.99);
    }

    @Test
    void cutsOfCurlyHairAreCurlyWhateverIsAsked() {
        assertThat(new Hair.Scalp(Hair.Style.AFRO, 1, 0, 1, 0).drawnCurl()).isEqualTo(0.95);
        assertThat(new Hair.Scalp(Hair.Style.CURLY, 1, 0.9, 1, 0).drawnCurl()).isEqualTo(0.9);
        assertThat(new Hair.Scalp(Hair.Style.SHORT, 1, 0.3, 1, 0).drawnCurl()).isEqualTo(0.3);
    }
}
