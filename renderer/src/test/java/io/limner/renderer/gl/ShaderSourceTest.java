package io.limner.renderer.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShaderSourceTest {
    @Test
    void anIncludeStandsForTheFileBesideIt() {
        ShaderSource source = ShaderSource.of(ShaderSourceTest.class, "outer.glsl");
        assertThat(source.name()).isEqualTo("outer.glsl");
        assertThat(source.text()).isEqualTo("int before;\nint inner;\n\nint after;\n\n");
    }

    @Test
    void aMissingIncludeIsNamedWithTheFileThatAsksForIt() {
        assertThatThrownBy(() -> ShaderSource.of(ShaderSourceTest.class, "dangling.glsl"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("absent.glsl")
                .hasMessageContaining("dangling.glsl");
        assertThatThrownBy(() -> ShaderSource.of(ShaderSourceTest.class, "nowhere.glsl"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere.glsl");
    }

    @Test
    void aFileThatIncludesItselfIsRefused() {
        assertThatThrownBy(() -> ShaderSource.of(ShaderSourceTest.class, "circle.glsl"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("circle.glsl");
    }
}
