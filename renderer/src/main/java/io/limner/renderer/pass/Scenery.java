package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.gl.Program;
import io.limner.renderer.gl.ShaderSource;
import io.limner.renderer.gl.Texture;
import io.limner.renderer.head.Face;
import io.limner.renderer.look.Photograph;
import io.limner.renderer.look.Vista;
import io.limner.schema.scene.Background;
import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;

/** Draws the background into a small texture and blurs it. One program a style, compiled when first seen. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class Scenery implements AutoCloseable {
    private final Map<Background.Style, Program> styles = new EnumMap<>(Background.Style.class);
    private final Program defocus = Program.compute(ShaderSource.of(Scenery.class, "defocus.comp"), Bindings.defines());
    /** The background of a subject that a picture lights, and that picture. */
    private Program seen;

    private final Panoramas vistas = new Panoramas();
    private Frame.Size size;
    private BackdropSize picture;
    private FloatBuffer readback = BufferUtils.createFloatBuffer(0);
    private Texture sharp;
    private Texture soft;

    private static Program compile(Background.Style style, Map<String, Integer> variant) {
        Map<String, Integer> defines = new TreeMap<>(Bindings.defines());
        defines.put("STYLE", style.ordinal());
        defines.putAll(variant);
        return Program.compute(ShaderSource.of(Scenery.class, "scenery.comp"), defines);
    }

    /** Draws the background of a face with the current frame block, or takes the user's, and binds its picture. */
    void draw(Face face, BackdropSize picture, Frame.Size image) {
        this.picture = picture;
        if (!image.equals(size)) {
            closeTextures();
            int longer = BackdropSize.longest(Math.max(image.width(), image.height()));
            sharp = texture(longer);
            soft = texture(longer);
            size = image;
        }
        Photograph backdrop = face.setting().backdrop();
        if (backdrop == null) {
            sharp.bindImage(Bindings.SCENERY, GL45C.GL_RGBA32F);
            program(face).use();
            dispatch(picture);
        } else {
            float[] texels = backdrop.covering(picture.columns(), picture.rows());
            FloatBuffer buffer = BufferUtils.createFloatBuffer(texels.length);
            sharp.write(0, picture.columns(), picture.rows(), buffer.put(texels).flip());
        }
        sharp.bind(Bindings.SHARP_BACKDROP);
        soft.bindImage(Bindings.SCENERY, GL45C.GL_RGBA32F);
        defocus.use();
        dispatch(picture);
        soft.bind(Bindings.BACKDROP);
    }

    /** How large the picture is that was drawn last. */
    BackdropSize picture() {
        return picture;
    }

    /** Waits for the drawing of that picture and copies it out: red, green, blue and 1 of each texel, row by row. Kept until the next. */
    FloatBuffer read() {
        int length = 4 * picture.columns() * picture.rows();
        if (readback.capacity() < length) {
            readback = BufferUtils.createFloatBuffer(length);
        }
        soft.read(picture.columns(), picture.rows(), readback.clear().limit(length));
        return readback;
    }

    private Program program(Face face) {
        Background.Style style = face.scene().background().style();
        Vista vista = face.setting().vista();
        if (vista == null) {
            return styles.computeIfAbsent(style, key -> compile(key, Map.of()));
        }
        vistas.bind(vista);
        if (seen == null) {
            seen = compile(style, Map.of("PANORAMA", 2)); // Steps of roughness are levels.
        }
        return seen;
    }

    private static Texture texture(int side) {
        Texture texture = new Texture(side + 1, side + 1, GL45C.GL_RGBA32F, 1);
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
        vistas.close();
        if (seen != null) {
            seen.close();
        }
        styles.values().forEach(Program::close);
    }
}
