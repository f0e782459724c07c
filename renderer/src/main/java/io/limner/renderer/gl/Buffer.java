package io.limner.renderer.gl;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lwjgl.opengl.GL45C;

/** A buffer object that grows. */
public final class Buffer implements AutoCloseable {
    private int handle;
    private int texels;
    private long capacity;

    /** A buffer of {@code capacity} bytes with undefined content. */
    public Buffer(long capacity) {
        allocate(capacity);
    }

    private void allocate(long bytes) {
        handle = GL45C.glCreateBuffers();
        capacity = bytes;
        GL45C.glNamedBufferData(handle, bytes, GL45C.GL_STREAM_DRAW);
    }

    /** Makes room for {@code bytes}; what lay below {@code keep} stays, the rest is undefined. */
    public void reserve(long bytes, long keep) {
        if (bytes <= capacity) {
            return;
        }
        int old = handle;
        allocate(bytes + bytes / 2);
        if (keep > 0) {
            GL45C.glCopyNamedBufferSubData(old, handle, 0, 0, keep);
        }
        GL45C.glDeleteBuffers(old);
        dropTexels();
    }

    /** Writes {@code data} at byte {@code offset}. */
    public void write(long offset, FloatBuffer data) {
        GL45C.glNamedBufferSubData(handle, offset, data);
    }

    /** Writes {@code data} at byte {@code offset}. */
    public void write(long offset, IntBuffer data) {
        GL45C.glNamedBufferSubData(handle, offset, data);
    }

    /** Writes the first {@code count} numbers of {@code data} at byte {@code offset}. */
    public void write(long offset, int[] data, int count) {
        if (count > 0) {
            write(offset, 4L * count, out -> out.asIntBuffer().put(data, 0, count));
        }
    }

    /** Has a part of it written where it lies, all over; the rest stays. */
    public void write(long offset, long bytes, Consumer<ByteBuffer> writer) {
        ByteBuffer mapped = map(offset, bytes, GL45C.GL_MAP_WRITE_BIT | GL45C.GL_MAP_INVALIDATE_RANGE_BIT);
        try {
            writer.accept(mapped);
        } catch (RuntimeException | Error e) {
            GL45C.glUnmapNamedBuffer(handle);
            throw e;
        }
        unmap();
    }

    private ByteBuffer map(long offset, long bytes, int access) {
        ByteBuffer mapped = GL45C.glMapNamedBufferRange(handle, offset, bytes, access);
        if (mapped == null) {
            throw new IllegalStateException("the device gave no way to " + bytes + " bytes of a buffer of " + capacity
                    + ", from byte " + offset + " on");
        }
        return mapped;
    }

    private void unmap() {
        if (!GL45C.glUnmapNamedBuffer(handle)) {
            throw new IllegalStateException("the device lost what was in a buffer of " + capacity + " bytes");
        }
    }

    /** Reads from the start into {@code data}, waiting for what is still being drawn. */
    public void read(ByteBuffer data) {
        GL45C.glGetNamedBufferSubData(handle, 0, data);
    }

    /** Has what is in it read where it lies, after what is still being drawn. */
    public <T> T read(Function<ByteBuffer, T> reader) {
        ByteBuffer mapped = map(0, capacity, GL45C.GL_MAP_READ_BIT);
        T result;
        try {
            result = reader.apply(mapped);
        } catch (RuntimeException | Error e) {
            GL45C.glUnmapNamedBuffer(handle);
            throw e;
        }
        unmap();
        return result;
    }

    /** Binds as shader storage. */
    public void bindStorage(int binding) {
        GL45C.glBindBufferBase(GL45C.GL_SHADER_STORAGE_BUFFER, binding, handle);
    }

    /**
     * Binds for reading by texel.
     *
     * @param format sized internal format of a texel
     */
    public void bindTexels(int unit, int format) {
        GL45C.glBindTextureUnit(unit, texels(format));
    }

    /**
     * Binds for writing by texel.
     *
     * @param format sized internal format of a texel
     */
    public void bindImage(int unit, int format) {
        GL45C.glBindImageTexture(unit, texels(format), 0, false, 0, GL45C.GL_WRITE_ONLY, format);
    }

    private int texels(int format) {
        if (texels == 0) {
            texels = GL45C.glCreateTextures(GL45C.GL_TEXTURE_BUFFER);
            GL45C.glTextureBuffer(texels, format, handle);
        }
        return texels;
    }

    private void dropTexels() {
        if (texels != 0) {
            GL45C.glDeleteTextures(texels);
            texels = 0;
        }
    }

    /** Binds as the source of indirect dispatches. */
    public void bindDispatch() {
        GL45C.glBindBuffer(GL45C.GL_DISPATCH_INDIRECT_BUFFER, handle);
    }

    /** Fills with zero bytes. */
    public void clear() {
        fill(0);
    }

    /** Fills with a number of 32 bits. */
    public void fill(int value) {
        GL45C.glClearNamedBufferData(
                handle, GL45C.GL_R32UI, GL45C.GL_RED_INTEGER, GL45C.GL_UNSIGNED_INT, new int[] {value});
    }

    /** Binds as uniform block. */
    public void bindUniform(int binding) {
        GL45C.glBindBufferBase(GL45C.GL_UNIFORM_BUFFER, binding, handle);
    }

    /** For {@link VertexArray}, which must be told again after {@link #reserve}. */
    int handle() {
        return handle;
    }

    @Override
    public void close() {
        dropTexels();
        GL45C.glDeleteBuffers(handle);
    }
}
