package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.gl.Buffer;
import java.nio.IntBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;

/** The lists of {@code work.glsl} for one image size. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class WorkLists implements AutoCloseable {
    private static final int INTS = 4;

    private final Buffer heads = new Buffer(4L * INTS * Material.values().length);
    private final Buffer items;
    private final IntBuffer empty = BufferUtils.createIntBuffer(INTS * Material.values().length);

    WorkLists(Frame.Size size) {
        items = new Buffer(8L * 4 * (size.width() + 1) * (size.height() + 1) * Material.values().length);
        for (int i = 0; i < Material.values().length; i++) {
            empty.put(0).put(1).put(1).put(0);
        }
        empty.flip();
    }

    /** Empties the lists and binds them. */
    void begin() {
        heads.write(0, empty);
        heads.bindStorage(Bindings.LISTS);
        items.bindStorage(Bindings.ITEMS);
    }

    /** Runs the current program over the list of {@code material}. */
    void dispatch(Material material) {
        heads.bindDispatch();
        GL45C.glDispatchComputeIndirect(4L * INTS * material.ordinal());
    }

    @Override
    public void close() {
        heads.close();
        items.close();
    }
}
