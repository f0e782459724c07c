package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.gl.Program;
import io.limner.renderer.gl.ShaderSource;
import io.limner.renderer.gl.Texture;
import io.limner.schema.scene.Background;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.lwjgl.opengl.GL45C;

/** Draws the background into a small texture and blurs it. One program a style, compiled when first seen. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class Scenery implements AutoCloseable {
    private final Map<Background.Style, Program> styles = new EnumMap<>(Background.Style.class);
    private final Program defocus = Program.compute(ShaderSource.of(Scenery.class, "defocus.comp"), Bindings.defines());
    private Frame.Size size;
    private Texture sharp;
    private Texture soft;

    private static Program compile(Background.Style style) {
        Map<String, Integer> defines = new TreeMap<>(Bindings.defines());
        defines.put("STYLE", style.ordinal());
        return Program.compute(ShaderSource.of(Scenery.class, "scenery.comp"), defines);
    }

    /** Draws a background with the current frame block and binds its picture. */
    void draw(Background.Style style, BackdropSize picture, Frame.Size image) {
        if (!image.equals(size)) {
            closeTextures();
            int longer = BackdropSize.longest(Math.max(image.width(), image.height()));
            sharp = texture(longer);
            soft = texture(longer);
            size = image;
        }
        sharp.bindImage(Bindings.SCENERY, GL45C.GL_RGBA16F);
        styles.computeIfAbsent(style, Scenery::compile).use();
        dispatch(picture);
        sharp.bind(Bindings.SHARP_BACKDROP);
        soft.bindImage(Bindings.SCENERY, GL45C.GL_RGBA16F);
        defocus.use();
        dispatch(picture);
        soft.bind(Bindings.BACKDROP);
    }

    private static Texture texture(int side) {
        Texture texture = new Texture(side + 1, side + 1, GL45C.GL_RGBA16F, 1);
        texture.smooth();
        return texture;
    }

    private static void dispatch(BackdropSize picture) {
        GL45C.glDispatchCompute((picture.columns() + 7) / 8, (picture.rows() + 7) / 8, 1);
        GL45C.glMemoryBarrier(GL45C.GL_TEXTURE_FETCH_BARRIER_BIT | GL45C.GL_SHADER_IMAGE_ACCESS_BARRIER_BIT);
    }

    private void closeTextures() {
        if (sharp != null) {
            sharp.close();
            soft.close();
        }
    }

    @Override
    public void close() {
        closeTextures();
        defocus.close();
        styles.values().forEach(Program::close);
    }
}
