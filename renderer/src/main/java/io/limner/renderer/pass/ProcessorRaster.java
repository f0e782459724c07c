package io.limner.renderer.pass;

import io.limner.renderer.gl.Texture;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;
import io.limner.renderer.head.Worn;
import io.limner.renderer.raster.GridPoints;
import io.limner.renderer.raster.SampleGrid;
import io.limner.renderer.raster.TriangleFill;
import io.limner.renderer.raster.TriangleFill.Side;
import io.limner.schema.label.CameraModel;

/**
 * The triangles of a face on the processor, for a device that is software itself. It draws what {@link FaceBuffers} has the device
 * draw, in the same order and with the same ids.
 */
final class ProcessorRaster {
    /** Samples a pixel, along each axis. */
    private static final int PER_PIXEL = 2;
    /** Of a larger picture the device draws the triangles: eight bytes a sample would crowd the heap, and its large triangles are cheap. */
    private static final int MOST_SAMPLES = 1 << 23;

    private final GridPoints head = new GridPoints();
    private final GridPoints strands = new GridPoints();
    private final GridPoints worn = new GridPoints();
    private SampleGrid seen = new SampleGrid(0, 0);
    private SampleGrid lit = new SampleGrid(0, 0);
    private final ProcessorLists lists = new ProcessorLists();

    /** Finds the triangle seen at each sample, and returns true; false if some of the face is too near to be drawn so, or the picture too large. */
    boolean drawVisibility(Face face, FaceBuffers buffers, CameraModel camera, StageListener stages) {
        int columns = PER_PIXEL * (camera.width() + 1);
        int rows = PER_PIXEL * (camera.height() + 1);
        if (columns > MOST_SAMPLES / rows) {
            return false;
        }
        if (!(head.project(camera, face.head().positions(), PER_PIXEL)
                && strands.project(camera, face.strands().mesh().positions(), PER_PIXEL)
                && worn.project(camera, face.worn().mesh().positions(), PER_PIXEL))) {
            return false;
        }
        if (seen.columns() != columns || seen.rows() != rows) {
            seen = new SampleGrid(columns, rows);
        }
        seen.clear(0);
        TriangleFill fill = new TriangleFill(seen);
        // Rows run down: what goes round against the clock from outside in the world does so here.
        int[] corners = buffers.sorted().triangles();
        buffers.forEachHeadRange((id, first, end) -> fill.fill(head, corners, first, end, id, Side.COUNTERCLOCKWISE));
        fill.fill(
                worn,
                face.worn().mesh().topology().triangles(),
                0,
                face.worn().shown(),
                buffers.firstWornId(),
                Side.COUNTERCLOCKWISE);
        stages.done("raster head");
        Topology locks = face.strands().mesh().topology();
        fill.fillLocks(
                strands,
                locks.triangles(),
                0,
                face.strands().shown(),
                buffers.firstStrandId(),
                locks.rest(),
                camera.intrinsics().fx());
        return true;
    }

    /** What {@link #drawVisibility} found: the ids of triangles. */
    void writeIds(Texture ids) {
        ids.write(seen.ids());
    }

    /** What {@link #drawVisibility} found in rows of blocks {@code first} to {@code end - 1}, sorted by material. */
    ProcessorLists lists(int first, int end, GlassBounds glasses) {
        lists.list(seen, first, end, glasses);
        return lists;
    }

    /**
     * Writes the depth from the key light.
     *
     * @param side of the map, samples
     */
    void drawShadow(Face face, int[] casters, float[] toShadow, double[] eye, Texture map, int side) {
        if (lit.columns() != side) {
            lit = new SampleGrid(side, side);
        }
        lit.clear(0);
        TriangleFill fill = new TriangleFill(lit);
        Strands hair = face.strands();
        Worn clothes = face.worn();
        head.project(toShadow, eye, face.head().positions(), side);
        // Rows run up.
        fill.fill(head, casters, 0, casters.length / 3, 1, Side.CLOCKWISE);
        int[] corners = hair.mesh().topology().triangles();
        // What casts shadows was made last.
        int first = hair.mesh().topology().vertexCount();
        for (int i = 3 * hair.firstCaster(); i < 3 * hair.firstHidden(); i++) {
            first = Math.min(first, corners[i]);
        }
        strands.project(toShadow, eye, hair.mesh().positions(), first, side);
        fill.fill(strands, corners, hair.firstCaster(), hair.firstHidden(), 1, Side.BOTH);
        worn.project(toShadow, eye, clothes.mesh().positions(), side);
        Topology solid = clothes.mesh().topology();
        fill.fill(worn, solid.triangles(), 0, solid.triangleCount(), 1, Side.BOTH);
        float[] depths = lit.nearness();
        for (int i = 0; i < depths.length; i++) {
            depths[i] = Math.max(0, 1 - depths[i]); // What is before the map is at its front.
        }
        map.writeDepths(depths);
    }
}
