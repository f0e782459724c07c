package io.limner.renderer.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.scene.Background;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackdropTest {
    @Test
    void theSeedDecidesColoursAndForms() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            Backdrop backdrop = Backdrop.of(new Background(Background.Style.ROOM, seed));
            Backdrop again = Backdrop.of(new Background(Background.Style.ROOM, seed));
            assertThat(again.colors()).isEqualTo(backdrop.colors());
            assertThat(again.chances()).isEqualTo(backdrop.chances());
            seen.add(Arrays.toString(backdrop.chances()));
            for (Rgb color : backdrop.colors()) {
                assertThat(color.luminance()).isBetween(0.0, 1.0);
            }
        }
        assertThat(seen).hasSize(200);
    }
}
