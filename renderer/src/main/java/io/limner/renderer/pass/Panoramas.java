package io.limner.renderer.pass;

import io.limner.renderer.gl.Texture;
import io.limner.renderer.look.Panorama;
import java.nio.FloatBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;

/** Panoramas on the device: the last few that were used. */
final class Panoramas implements AutoCloseable {
    private static final int KEPT = 8;

    private final Map<Panorama, Texture> textures = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** Binds a panorama, writing it first if it is not there. */
    void bind(Panorama panorama) {
        Texture texture = textures.get(panorama);
        if (texture == null) {
            texture = texture(panorama);
            textures.put(panorama, texture);
            Iterator<Texture> oldest = textures.values().iterator();
            if (textures.size() > KEPT) {
                oldest.next().close();
                oldest.remove();
            }
        }
        texture.bind(Bindings.PANORAMA_MAP);
    }

    private static Texture texture(Panorama panorama) {
        Texture texture = new Texture(Panorama.columns(0), Panorama.rows(0), GL45C.GL_RGBA16F, Panorama.LEVELS);
        for (int level = 0; level < Panorama.LEVELS; level++) {
            FloatBuffer texels = BufferUtils.createFloatBuffer(panorama.level(level).length);
            texture.write(
                    level,
                    Panorama.columns(level),
                    Panorama.rows(level),
                    texels.put(panorama.level(level)).flip());
        }
        texture.smoothAround();
        return texture;
    }

    @Override
    public void close() {
        textures.values().forEach(Texture::close);
    }
}
