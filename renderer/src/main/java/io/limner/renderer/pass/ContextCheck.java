package io.limner.renderer.pass;

import java.util.Locale;
import org.lwjgl.opengl.GL45C;

/** Whether a context is still one. */
final class ContextCheck {
    private static final int CONTEXT_LOST = 0x0507;

    private final ContextSignals signals;

    ContextCheck(ContextSignals signals) {
        this.signals = signals;
    }

    /**
     * Looks at a context after a frame.
     *
     * @throws LostContextException if it was reset, or ran out of memory, after which OpenGL leaves its state undefined
     * @throws IllegalStateException at any other error
     */
    void afterFrame() {
        lost();
        int error = signals.error();
        if (error == GL45C.GL_OUT_OF_MEMORY) {
            throw new LostContextException("GL_OUT_OF_MEMORY");
        }
        if (error == CONTEXT_LOST) {
            throw new LostContextException("GL_CONTEXT_LOST");
        }
        if (error != GL45C.GL_NO_ERROR) {
            throw new IllegalStateException(String.format(Locale.ROOT, "OpenGL error 0x%04X", error));
        }
    }

    /**
     * Looks only whether the context was reset.
     *
     * @throws LostContextException if it was
     */
    void lost() {
        int status = signals.resetStatus();
        if (status != GL45C.GL_NO_ERROR) {
            throw new LostContextException(
                    switch (status) {
                        case GL45C.GL_GUILTY_CONTEXT_RESET -> "GL_GUILTY_CONTEXT_RESET";
                        case GL45C.GL_INNOCENT_CONTEXT_RESET -> "GL_INNOCENT_CONTEXT_RESET";
                        case GL45C.GL_UNKNOWN_CONTEXT_RESET -> "GL_UNKNOWN_CONTEXT_RESET";
                        default -> String.format(Locale.ROOT, "reset status 0x%04X", status);
                    });
        }
    }
}
