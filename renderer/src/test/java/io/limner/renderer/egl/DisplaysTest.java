package io.limner.renderer.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DisplaysTest {
    private static final EglDevice CPU = new EglDevice(0, 1000, OptionalInt.empty(), true);
    private static final EglDevice GPU = new EglDevice(1, 2000, OptionalInt.of(0), false);

    private final List<Integer> asked = new ArrayList<>();

    /** Displays 100 to 103, where variants in {@code broken} fail. */
    private Displays displays(Integer... broken) {
        return new Displays((device, variant) -> {
            asked.add(variant);
            if (List.of(broken).contains(variant)) {
                throw new EglException("variant " + variant + " is broken");
            }
            return 100L + variant;
        });
    }

    @Test
    void aSoftwareContextGetsTheDisplayWithTheFewestContexts() {
        Displays displays = displays();
        assertThat(List.of(displays.next(CPU), displays.next(CPU), displays.next(CPU), displays.next(CPU)))
                .containsExactly(100L, 101L, 102L, 103L);
        assertThat(displays.next(CPU)).isEqualTo(100);
        displays.release(102);
        assertThat(displays.next(CPU)).isEqualTo(102);
        assertThat(asked).as("each is initialised once").containsExactly(0, 1, 2, 3);
    }

    @Test
    void contextsOfAGpuShareItsDisplay() {
        Displays displays = displays();
        assertThat(displays.next(GPU)).isEqualTo(100);
        assertThat(displays.next(GPU)).isEqualTo(100);
    }

    @Test
    void aVariantThatFailsLeavesTheOthers() {
        Displays displays = displays(1, 3);
        assertThat(List.of(displays.next(CPU), displays.next(CPU), displays.next(CPU), displays.next(CPU)))
                .containsExactly(100L, 102L, 100L, 102L);
        assertThat(displays(0).next(CPU)).isEqualTo(101);
    }

    @Test
    void whenAllFailTheFirstReasonIsGiven() {
        assertThatThrownBy(() -> displays(0, 1, 2, 3).next(CPU))
                .isInstanceOf(EglException.class)
                .hasMessage("variant 0 is broken");
        assertThatThrownBy(() -> displays(0).next(GPU)).hasMessage("variant 0 is broken");
    }
}
