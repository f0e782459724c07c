package io.limner.renderer.gl;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.lwjgl.opengl.GL45C;

/** A two-dimensional texture of fixed size. */
public final class Texture implements AutoCloseable {
    private final int handle = GL45C.glCreateTextures(GL45C.GL_TEXTURE_2D);
    private final int width;
    private final int height;

    /**
     * @param format sized internal format
     * @param levels mipmap levels
     */
    public Texture(int width, int height, int format, int levels) {
        this.width = width;
        this.height = height;
        GL45C.glTextureStorage2D(handle, levels, format, width, height);
        filter(GL45C.GL_NEAREST, GL45C.GL_NEAREST, GL45C.GL_CLAMP_TO_EDGE);
    }

    /** An 8-bit texture with mipmaps and linear filtering from {@code width * height * 4} bytes RGBA. */
    public static Texture rgba8(int width, int height, ByteBuffer pixels, int wrap) {
        int levels = 32 - Integer.numberOfLeadingZeros(Math.max(width, height));
        Texture texture = new Texture(width, height, GL45C.GL_RGBA8, levels);
        GL45C.glTextureSubImage2D(
                texture.handle, 0, 0, 0, width, height, GL45C.GL_RGBA, GL45C.GL_UNSIGNED_BYTE, pixels);
        GL45C.glGenerateTextureMipmap(texture.handle);
        texture.filter(GL45C.GL_LINEAR_MIPMAP_NEAREST, GL45C.GL_LINEAR, wrap);
        return texture;
    }

    /** Writes {@code columns * rows} texels of 3 or 4 floats each at the upper left of a level. */
    public void write(int level, int columns, int rows, FloatBuffer texels) {
        int format = texels.remaining() == 4 * columns * rows ? GL45C.GL_RGBA : GL45C.GL_RGB;
        GL45C.glTextureSubImage2D(handle, level, 0, 0, columns, rows, format, GL45C.GL_FLOAT, texels);
    }

    /** Writes {@code columns * rows} texels of a level of format RGB9_E5, an int each. */
    public void writeShared(int level, int columns, int rows, int[] texels) {
        GL45C.glTextureSubImage2D(
                handle, level, 0, 0, columns, rows, GL45C.GL_RGB, GL45C.GL_UNSIGNED_INT_5_9_9_9_REV, texels);
    }

    /** Interpolates between texels and levels, and goes round horizontally. */
    public void smoothAround() {
        filter(GL45C.GL_LINEAR_MIPMAP_LINEAR, GL45C.GL_LINEAR, GL45C.GL_REPEAT);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_WRAP_T, GL45C.GL_CLAMP_TO_EDGE);
    }

    /** Writes all texels of format R32UI, row by row. */
    public void write(int[] texels) {
        GL45C.glTextureSubImage2D(handle, 0, 0, 0, width, height, GL45C.GL_RED_INTEGER, GL45C.GL_UNSIGNED_INT, texels);
    }

    /** Writes all texels of a depth texture, row by row. */
    public void writeDepths(float[] texels) {
        GL45C.glTextureSubImage2D(handle, 0, 0, 0, width, height, GL45C.GL_DEPTH_COMPONENT, GL45C.GL_FLOAT, texels);
    }

    /** Reads four floats each of the {@code columns * rows} texels at the upper left, waiting for what is still being drawn. */
    public void read(int columns, int rows, FloatBuffer texels) {
        GL45C.glGetTextureSubImage(handle, 0, 0, 0, 0, columns, rows, 1, GL45C.GL_RGBA, GL45C.GL_FLOAT, texels);
    }

    private void filter(int minify, int magnify, int wrap) {
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_MIN_FILTER, minify);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_MAG_FILTER, magnify);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_WRAP_S, wrap);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_WRAP_T, wrap);
    }

    /** Makes a depth texture compare, with linear filtering, for {@code sampler2DShadow}. */
    public void compareDepth() {
        filter(GL45C.GL_LINEAR, GL45C.GL_LINEAR, GL45C.GL_CLAMP_TO_EDGE);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_COMPARE_MODE, GL45C.GL_COMPARE_REF_TO_TEXTURE);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_COMPARE_FUNC, GL45C.GL_LEQUAL);
    }

    /** Interpolates between texels. */
    public void smooth() {
        filter(GL45C.GL_LINEAR, GL45C.GL_LINEAR, GL45C.GL_CLAMP_TO_EDGE);
    }

    /**
     * Binds for writing by texel.
     *
     * @param format sized internal format of a texel
     */
    public void bindImage(int unit, int format) {
        GL45C.glBindImageTexture(unit, handle, 0, false, 0, GL45C.GL_WRITE_ONLY, format);
    }

    /** Binds for sampling. */
    public void bind(int unit) {
        GL45C.glBindTextureUnit(unit, handle);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    int handle() {
        return handle;
    }

    @Override
    public void close() {
        GL45C.glDeleteTextures(handle);
    }
}
