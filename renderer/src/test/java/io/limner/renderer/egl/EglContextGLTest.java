package io.limner.renderer.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL14;
import org.lwjgl.opengl.GL45C;

@NeedsEgl
class EglContextGLTest {
    @Test
    void theCpuDrawsWithLlvmpipe() {
        try (EglContext context = EglContext.open(new DeviceChoice.Cpu())) {
            assertThat(context.driver().renderer()).contains("llvmpipe");
            assertThat(context.device().software()).isTrue();
            assertThat(GL45C.glGetInteger(GL45C.GL_MAJOR_VERSION)).isEqualTo(4);
            assertThat(GL45C.glGetInteger(GL45C.GL_MINOR_VERSION)).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void fourSoftwareContextsHaveFourDisplays() throws InterruptedException {
        Set<Long> displays = new HashSet<>();
        open(4, displays);
        assertThat(displays)
                .as("contexts that share a display draw one after the other")
                .hasSize(4);
    }

    /** Opens contexts inside each other, each on a thread of its own. */
    private static void open(int count, Set<Long> displays) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try (EglContext context = EglContext.open(new DeviceChoice.Cpu())) {
                assertThat(context.driver().version()).isNotEmpty();
                displays.add(EGL10.eglGetCurrentDisplay());
                if (count > 1) {
                    open(count - 1, displays);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        thread.join();
    }

    @Test
    void aClosedContextIsNoLongerCurrent() {
        EglContext.open(new DeviceChoice.Cpu()).close();
        assertThat(EGL14.eglGetCurrentContext()).isZero();
    }

    @Test
    void aMissingGpuIsAnErrorAndNeverTheCpu() {
        assertThatThrownBy(() -> EglContext.open(new DeviceChoice.CudaGpu(977)))
                .isInstanceOf(EglException.class)
                .hasMessageContaining("977")
                .hasMessageContaining("NVIDIA_DRIVER_CAPABILITIES");
    }
}
