package io.limner.renderer.pass;

import io.limner.renderer.gl.Texture;
import io.limner.renderer.look.Panorama;
import io.limner.renderer.look.Vista;
import java.nio.FloatBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;

/** Panoramas and vistas on the device: the last few that were used. */
final class Panoramas implements AutoCloseable {
    private static final int KEPT = 8;
    /** Vistas are large. */
    private static final int KEPT_VISTAS = 2;

    private final Map<Object, Texture> textures = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** Binds a panorama, writing it first if it is not there. */
    void bind(Panorama panorama) {
        bind(panorama, KEPT, () -> texture(panorama));
    }

    /** The same for a vista. */
    void bind(Vista vista) {
        bind(vista, KEPT_VISTAS, () -> texture(vista));
    }

    private void bind(Object picture, int most, Supplier<Texture> writer) {
        Texture texture = textures.get(picture);
        if (texture == null) {
            texture = writer.get();
            textures.put(picture, texture);
            Iterator<Texture> oldest = textures.values().iterator();
            if (textures.size() > most) {
                oldest.next().close();
                oldest.remove();
            }
        }
        texture.bind(Bindings.PANORAMA_MAP);
    }

    private static Texture texture(Vista vista) {
        Texture texture = new Texture(
                vista.width(), vista.height(), GL45C.GL_RGB9_E5, vista.levels().size());
        for (int level = 0; level < vista.levels().size(); level++) {
            int[] texels = vista.levels().get(level);
            texture.writeShared(level, vista.width() >> level, vista.height() >> level, texels);
        }
        texture.smoothAround();
        return texture;
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
