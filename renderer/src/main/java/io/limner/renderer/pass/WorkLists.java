package io.limner.renderer.pass;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.gl.Buffer;
import io.limner.renderer.gl.Program;
import java.nio.IntBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;

/**
 * The lists of {@code work.glsl}. A picture is classified and shaded in bands of whole rows of blocks, so that the lists need the same
 * memory however large it is.
 */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class WorkLists implements AutoCloseable {
    /** Blocks in a band, unless one row has more: a picture of 512 x 512 is one band. */
    private static final int BAND_BLOCKS = 1 << 18;

    private static final int INTS = 8;
    /** Items that a work group takes. */
    private static final int GROUP = 64;

    private final int columns;
    private final int rows;
    private final int bandRows;
    private final Buffer heads = new Buffer(4L * INTS * Material.values().length);
    private final Buffer items;
    private final IntBuffer empty = BufferUtils.createIntBuffer(INTS * Material.values().length);

    WorkLists(Frame.Size size) {
        columns = size.width() + 1;
        rows = size.height() + 1;
        bandRows = Math.min(rows, Math.max(1, (BAND_BLOCKS + 2 * columns) / columns));
        int capacity = 4 * columns * bandRows;
        items = new Buffer(8L * capacity * Material.values().length);
        for (int i = 0; i < Material.values().length; i++) {
            empty.put(new int[] {0, 1, 1, 0, i * capacity, 0, 0, 0});
        }
        empty.flip();
    }

    /** How many bands. */
    int bands() {
        return (rows + bandRows - 1) / bandRows;
    }

    /** The first row of blocks of a band; of the band after the last, one past the last row. */
    int firstRow(int band) {
        return Math.min(rows, band * bandRows);
    }

    /** Empties the lists for the next band and binds them. */
    void begin() {
        GL45C.glMemoryBarrier(GL45C.GL_BUFFER_UPDATE_BARRIER_BIT | GL45C.GL_SHADER_STORAGE_BARRIER_BIT);
        heads.write(0, empty);
        heads.bindStorage(Bindings.LISTS);
        items.bindStorage(Bindings.ITEMS);
    }

    /** Fills the lists of a band with the current program, which is that of {@code classify.comp}, and counts with {@code measure}. */
    void classify(int band, Program measure) {
        GL45C.glDispatchCompute((columns + 7) / 8, (firstRow(band + 1) - firstRow(band) + 7) / 8, 1);
        GL45C.glMemoryBarrier(GL45C.GL_SHADER_STORAGE_BARRIER_BIT);
        measure.use();
        GL45C.glDispatchCompute(1, 1, 1);
        GL45C.glMemoryBarrier(GL45C.GL_SHADER_STORAGE_BARRIER_BIT | GL45C.GL_COMMAND_BARRIER_BIT);
    }

    /** Fills the lists of a band with those that the processor made. */
    void load(ProcessorLists made) {
        IntBuffer head = BufferUtils.createIntBuffer(empty.capacity());
        int start = 0;
        for (int material = 0; material < Material.values().length; material++) {
            int count = made.end(material) / 2;
            head.put(new int[] {(count + GROUP - 1) / GROUP, 1, 1, count, start, 0, 0, 0});
            if (count > 0) {
                items.write(8L * start, made.items(material), made.end(material));
            }
            start += count;
        }
        heads.write(0, head.flip());
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
