package io.limner.renderer.gl;

import org.lwjgl.opengl.GL45C;

/** Vertices of three floats at attribute 0, a fourth beside them left unread, and triangles of unsigned ints. */
public final class VertexArray implements AutoCloseable {
    private final int handle = GL45C.glCreateVertexArrays();

    public VertexArray() {
        GL45C.glEnableVertexArrayAttrib(handle, 0);
        GL45C.glVertexArrayAttribFormat(handle, 0, 3, GL45C.GL_FLOAT, false, 0);
        GL45C.glVertexArrayAttribBinding(handle, 0, 0);
    }

    /** Makes this current, with these buffers. */
    public void bind(Buffer positions, Buffer triangles) {
        GL45C.glVertexArrayVertexBuffer(handle, 0, positions.handle(), 0, 16);
        GL45C.glVertexArrayElementBuffer(handle, triangles.handle());
        GL45C.glBindVertexArray(handle);
    }

    /** Draws triangles {@code first} to {@code first + count - 1}. */
    public void draw(int first, int count) {
        GL45C.glDrawElements(GL45C.GL_TRIANGLES, 3 * count, GL45C.GL_UNSIGNED_INT, 12L * first);
    }

    @Override
    public void close() {
        GL45C.glDeleteVertexArrays(handle);
    }
}
