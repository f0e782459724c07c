package io.limner.renderer.gl;

import java.util.Locale;
import org.lwjgl.opengl.GL45C;

/** A depth target with at most one colour target. */
public final class Framebuffer implements AutoCloseable {
    private final int handle = GL45C.glCreateFramebuffers();
    private final Texture depth;

    /** @param color or null for depth alone */
    public Framebuffer(Texture color, Texture depth) {
        this.depth = depth;
        if (color == null) {
            GL45C.glNamedFramebufferDrawBuffer(handle, GL45C.GL_NONE);
        } else {
            GL45C.glNamedFramebufferTexture(handle, GL45C.GL_COLOR_ATTACHMENT0, color.handle(), 0);
        }
        GL45C.glNamedFramebufferTexture(handle, GL45C.GL_DEPTH_ATTACHMENT, depth.handle(), 0);
        int status = GL45C.glCheckNamedFramebufferStatus(handle, GL45C.GL_FRAMEBUFFER);
        if (status != GL45C.GL_FRAMEBUFFER_COMPLETE) {
            GL45C.glDeleteFramebuffers(handle);
            throw new IllegalStateException(String.format(Locale.ROOT, "framebuffer is incomplete: 0x%04X", status));
        }
    }

    /** Makes this the target of drawing, clears an unsigned colour target to 0 and depth to 1. */
    public void begin(boolean clearColor) {
        GL45C.glBindFramebuffer(GL45C.GL_FRAMEBUFFER, handle);
        GL45C.glViewport(0, 0, depth.width(), depth.height());
        if (clearColor) {
            GL45C.glClearNamedFramebufferuiv(handle, GL45C.GL_COLOR, 0, new int[4]);
        }
        GL45C.glClearNamedFramebufferfv(handle, GL45C.GL_DEPTH, 0, new float[] {1});
    }

    @Override
    public void close() {
        GL45C.glDeleteFramebuffers(handle);
    }
}
