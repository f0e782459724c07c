package io.limner.renderer.gl;

import org.lwjgl.opengl.GL45C;

/** Vertices of three floats at attribute 0 and, where a program reads them, at attribute 1, and triangles of unsigned ints. */
public final class VertexArray implements AutoCloseable {
    private final int handle = GL45C.glCreateVertexArrays();

    public VertexArray() {
        for (int i = 0; i < 2; i++) {
            GL45C.glEnableVertexArrayAttrib(handle, i);
            GL45C.glVertexArrayAttribFormat(handle, i, 3, GL45C.GL_FLOAT, false, 0);
            GL45C.glVertexArrayAttribBinding(handle, i, i);
        }
    }

    /**
     * Makes this current.
     *
     * @param stride bytes of a vertex, of which attribute 0 comes first
     * @param second where attribute 1 lies among them
     */
    public void bind(Buffer vertices, int stride, int second, Buffer triangles) {
        GL45C.glVertexArrayVertexBuffer(handle, 0, vertices.handle(), 0, stride);
        GL45C.glVertexArrayVertexBuffer(handle, 1, vertices.handle(), second, stride);
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
