package io.limner.renderer.raster;

import java.util.Arrays;

/** What is seen at each sample of a grid, row by row, the first at the top. Sample (column, row) lies at these coordinates. */
public final class SampleGrid {
    private final int columns;
    private final int rows;
    private final int[] ids;
    private final float[] nearness;

    /** An empty grid. */
    public SampleGrid(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.ids = new int[columns * rows];
        this.nearness = new float[columns * rows];
    }

    /** Nothing is seen anywhere: id 0, nearness {@code farthest}. */
    public void clear(float farthest) {
        Arrays.fill(ids, 0);
        Arrays.fill(nearness, farthest);
    }

    /** Samples in a row. */
    public int columns() {
        return columns;
    }

    /** How many rows. */
    public int rows() {
        return rows;
    }

    /** The id of the triangle seen at each sample, 0 for none. Not a copy. */
    public int[] ids() {
        return ids;
    }

    /** How near it is there, by the measure of its {@link GridPoints}; the greater the nearer. Not a copy. */
    public float[] nearness() {
        return nearness;
    }
}
