package io.limner.renderer.gl;

import java.nio.ByteBuffer;
import org.lwjgl.opengl.GL45C;

/** Square sRGB pictures of one size, one behind the other, that repeat at their edges; sampled in linear light. */
public final class TextureArray implements AutoCloseable {
    private final int handle = GL45C.glCreateTextures(GL45C.GL_TEXTURE_2D_ARRAY);

    /** @param rgba 4 bytes a texel, layer by layer */
    public TextureArray(int side, int layers, ByteBuffer rgba) {
        int levels = 32 - Integer.numberOfLeadingZeros(side);
        GL45C.glTextureStorage3D(handle, levels, GL45C.GL_SRGB8_ALPHA8, side, side, layers);
        GL45C.glTextureSubImage3D(handle, 0, 0, 0, 0, side, side, layers, GL45C.GL_RGBA, GL45C.GL_UNSIGNED_BYTE, rgba);
        GL45C.glGenerateTextureMipmap(handle);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_MIN_FILTER, GL45C.GL_LINEAR_MIPMAP_LINEAR);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_MAG_FILTER, GL45C.GL_LINEAR);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_WRAP_S, GL45C.GL_REPEAT);
        GL45C.glTextureParameteri(handle, GL45C.GL_TEXTURE_WRAP_T, GL45C.GL_REPEAT);
    }

    /** Binds for sampling. */
    public void bind(int unit) {
        GL45C.glBindTextureUnit(unit, handle);
    }

    @Override
    public void close() {
        GL45C.glDeleteTextures(handle);
    }
}
