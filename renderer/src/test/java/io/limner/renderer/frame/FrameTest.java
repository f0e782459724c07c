package io.limner.renderer.frame;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.frame.Frame.Size;
import org.junit.jupiter.api.Test;

final class FrameTest {
    @Test
    void everyLayerMustHaveTheLengthOfTheSize() {
        Size size = new Size(4, 3);
        new Frame(size, new byte[36], new byte[12], new float[12], new byte[36]);
        assertThatThrownBy(() -> new Frame(size, new byte[35], new byte[12], new float[12], new byte[36]))
                .hasMessage("frame layer rgb has 35 values, but 4x3 needs 36");
        assertThatThrownBy(() -> new Frame(size, new byte[36], new byte[13], new float[12], new byte[36]))
                .hasMessageContaining("classes");
        assertThatThrownBy(() -> new Frame(size, new byte[36], new byte[12], new float[0], new byte[36]))
                .hasMessageContaining("depth");
        assertThatThrownBy(() -> new Frame(size, new byte[36], new byte[12], new float[12], new byte[12]))
                .hasMessageContaining("normals");
    }

    @Test
    void sizesBelowOneAndTooManyPixelsAreRefused() {
        assertThatThrownBy(() -> new Size(0, 5)).hasMessageContaining("0x5");
        assertThatThrownBy(() -> new Size(5, -1)).hasMessageContaining("5x-1");
        assertThatThrownBy(() -> new Size(60_000, 60_000)).hasMessageContaining("60000x60000");
    }
}
