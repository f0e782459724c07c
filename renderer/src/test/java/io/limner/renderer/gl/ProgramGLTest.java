package io.limner.renderer.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.EglContext;
import io.limner.renderer.egl.NeedsEgl;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lwjgl.opengl.GL45C;

@NeedsEgl
class ProgramGLTest {
    private static final String FRAGMENT = "layout(location = 0) out vec4 c; void main() { c = vec4(TWO); }";

    private EglContext context;

    @BeforeEach
    void open() {
        context = EglContext.open(new DeviceChoice.Cpu());
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void definesAreConstantsOfTheSource() {
        ShaderSource vertex = new ShaderSource("v", "void main() { gl_Position = vec4(TWO); }");
        try (Program program = Program.raster(vertex, new ShaderSource("f", FRAGMENT), Map.of("TWO", 2))) {
            program.use();
            assertThat(GL45C.glGetError()).isEqualTo(GL45C.GL_NO_ERROR);
        }
    }

    @Test
    void aShaderThatDoesNotCompileIsNamedWithTheDriversReason() {
        ShaderSource broken = new ShaderSource("broken.comp", "void main() { nonsense; }");
        assertThatThrownBy(() -> Program.compute(broken, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken.comp does not compile")
                .hasMessageContaining("nonsense");
        ShaderSource vertex = new ShaderSource("v", "void main() { gl_Position = vec4(0); }");
        assertThatThrownBy(() -> Program.raster(vertex, new ShaderSource("broken.frag", "void main() {"), Map.of()))
                .hasMessageContaining("broken.frag");
    }

    @Test
    void aProgramThatDoesNotLinkIsNamed() {
        ShaderSource vertex = new ShaderSource("apart.vert", "void main() { gl_Position = vec4(0); }");
        ShaderSource fragment = new ShaderSource(
                "apart.frag",
                "layout(location = 0) in vec3 missing; layout(location = 0) out vec4 c; "
                        + "void main() { c = missing.xxyz; }");
        assertThatThrownBy(() -> Program.raster(vertex, fragment, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("apart.vert");
    }
}
