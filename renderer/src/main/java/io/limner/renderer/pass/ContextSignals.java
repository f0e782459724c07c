package io.limner.renderer.pass;

import org.lwjgl.opengl.GL45C;

/** What a context says of itself after a frame. On the thread that owns it. */
public interface ContextSignals {
    /** Those of the current context. */
    ContextSignals OPENGL = new ContextSignals() {
        @Override
        public int resetStatus() {
            return GL45C.glGetGraphicsResetStatus();
        }

        @Override
        public int error() {
            return GL45C.glGetError();
        }
    };

    /** As {@code glGetGraphicsResetStatus}: 0, or why the context is lost. */
    int resetStatus();

    /** As {@code glGetError}: 0, or the first error since it was asked last. */
    int error();
}
