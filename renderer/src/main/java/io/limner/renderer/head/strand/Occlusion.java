package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import java.util.Arrays;

/**
 * Finds strands that nobody would see: most hair lies behind the head or under other hair, and costs as much to draw as what is seen. On a grid
 * over the plane at depth 1, whose cells are as large on the face whatever the size of the picture, it notes how near the skin and the cap are, and
 * how near the third lock is; what lies behind one or the other in all cells about it is hidden.
 */
final class Occlusion {
    /** Side of a cell on the face, mm. */
    private static final double CELL = 3;

    private static final int MOST_CELLS = 320;
    /** Locks that hide together: hairs have gaps. */
    private static final int LOCKS = 3;
    /** Locks end hair by hair, from half of their length on: up to here they hide. */
    private static final double WHOLE = 0.7;
    /** How far the mesh that hides may lie before the one that is drawn, mm. */
    private static final float SKIN_ALLOWANCE = 3;

    private static final float CAP_ALLOWANCE = 1.5f;
    /** What is nearer to the lens, mm, neither hides nor is hidden. */
    private static final float NEAR = 50;

    /** The triangles that stand for the skin, and which vertices of the head they use. */
    static final class Skin {
        private final int[] vertices;
        private final int[] triangles;

        /** @param triangles over the head's vertices, coarse ones do */
        Skin(int[] triangles) {
            vertices = Arrays.stream(triangles).sorted().distinct().toArray();
            this.triangles = Arrays.stream(triangles)
                    .map(v -> Arrays.binarySearch(vertices, v))
                    .toArray();
        }

        private double[] positions(Mesh head) {
            double[] out = new double[3 * vertices.length];
            for (int i = 0; i < vertices.length; i++) {
                int from = 3 * vertices[i];
                out[3 * i] = head.positions()[from];
                out[3 * i + 1] = head.positions()[from + 1];
                out[3 * i + 2] = head.positions()[from + 2];
            }
            return out;
        }
    }

    private final CameraModel camera;
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;
    private double perCell;
    private int columns;
    private int rows;
    /** Depth of the nearest surface, mm, a cell. */
    private float[] surface = {};
    /** Depths of the nearest locks, the nearest first, {@link #LOCKS} a cell. */
    private float[] locks = {};

    private float[] limit = {};

    Occlusion(CameraModel camera) {
        this.camera = camera;
    }

    /**
     * {@code strands}, what is hidden from the camera last.
     *
     * @param skin triangles of the posed head's skin
     */
    Strands sort(Strands strands, Mesh head, Skin skin) {
        Topology topology = strands.mesh().topology();
        float[] points = projected(strands.mesh().positions());
        float[] skinPoints = projected(skin.positions(head));
        if (!reserve(points)) {
            return strands;
        }
        toCells(points);
        toCells(skinPoints);
        for (int t = 0; t < skin.triangles.length; t += 3) {
            cover(skinPoints, skin.triangles, t, SKIN_ALLOWANCE, Side.OUTER);
        }
        int[] corners = topology.triangles();
        float[] rest = topology.rest();
        for (int t = 0; t < strands.firstCaster(); t += 2) {
            if (topology.classes()[t] == SegmentationClass.HAIR.code() && rest[3 * corners[3 * t + 2]] < WHOLE) {
                cover(points, corners, 3 * t, 0, Side.LOCK);
            }
        }
        for (int t = strands.firstCaster(); t < strands.shown(); t++) {
            cover(points, corners, 3 * t, CAP_ALLOWANCE, Side.EITHER);
        }
        limit();
        return sorted(strands, points);
    }

    /** The strands, hidden pieces of locks last. The cap stays whole, since it casts shadows, which are the same for every camera. */
    private Strands sorted(Strands strands, float[] points) {
        Topology topology = strands.mesh().topology();
        int[] from = topology.triangles();
        int[] corners = new int[from.length];
        byte[] classes = new byte[topology.triangleCount()];
        int seen = 0;
        int end = classes.length;
        // The two triangles of a segment stay together.
        for (int t = 0; t < strands.firstCaster(); t += 2) {
            boolean hidden = hidden(points, from, 3 * t);
            end -= hidden ? 2 : 0;
            int to = hidden ? end : seen;
            for (int k = 0; k < 6; k++) {
                corners[3 * to + k] = from[3 * t + k];
            }
            classes[to] = topology.classes()[t];
            classes[to + 1] = topology.classes()[t + 1];
            seen += hidden ? 0 : 2;
        }
        int others = end - seen;
        System.arraycopy(from, 3 * strands.firstCaster(), corners, 3 * seen, 3 * others);
        System.arraycopy(topology.classes(), strands.firstCaster(), classes, seen, others);
        Topology sorted = new Topology(corners, classes, topology.uv(), topology.rest(), topology.occlusion());
        Mesh mesh = new Mesh(sorted, strands.mesh().positions(), strands.mesh().normals());
        return new Strands(mesh, strands.shown() - strands.firstCaster() + seen, seen, end);
    }

    /** Places on the plane at depth 1 and depths, mm, 3 values a point. */
    private float[] projected(double[] world) {
        double[] m = camera.worldToCamera();
        float[] out = new float[world.length];
        for (int i = 0; i < world.length; i += 3) {
            double x = world[i];
            double y = world[i + 1];
            double z = world[i + 2];
            double depth = m[8] * x + m[9] * y + m[10] * z + m[11];
            double scale = 1 / Math.max(depth, NEAR);
            out[i] = (float) (scale * (m[0] * x + m[1] * y + m[2] * z + m[3]));
            out[i + 1] = (float) (scale * (m[4] * x + m[5] * y + m[6] * z + m[7]));
            out[i + 2] = (float) depth;
        }
        return out;
    }

    /** Lays the grid over {@code points}; false if it would be empty. */
    private boolean reserve(float[] points) {
        double depth = 0;
        int count = 0;
        for (int i = 0; i < points.length; i += 3) {
            if (points[i + 2] > NEAR) {
                left = Math.min(left, points[i]);
                right = Math.max(right, points[i]);
                top = Math.min(top, points[i + 1]);
                bottom = Math.max(bottom, points[i + 1]);
                depth += points[i + 2];
                count++;
            }
        }
        if (count == 0) {
            return false;
        }
        double cell = Math.max(CELL * count / depth, Math.max(right - left, bottom - top) / (MOST_CELLS - 4));
        left -= 2 * cell;
        top -= 2 * cell;
        perCell = 1 / cell;
        columns = (int) ((right - left) * perCell) + 3;
        rows = (int) ((bottom - top) * perCell) + 3;
        surface = new float[columns * rows];
        locks = new float[LOCKS * columns * rows];
        Arrays.fill(surface, Float.POSITIVE_INFINITY);
        Arrays.fill(locks, Float.POSITIVE_INFINITY);
        return true;
    }

    private void toCells(float[] points) {
        float x = (float) left;
        float y = (float) top;
        float scale = (float) perCell;
        for (int i = 0; i < points.length; i += 3) {
            points[i] = (points[i] - x) * scale;
            points[i + 1] = (points[i + 1] - y) * scale;
        }
    }

    /** What hides: the outside of a closed surface, either side of an open one, or one lock of several. */
    private enum Side {
        OUTER,
        EITHER,
        LOCK
    }

    /** Notes a triangle, or a lock's piece, in the cells whose middle it covers. */
    private void cover(float[] p, int[] corners, int at, float allowance, Side side) {
        int a = 3 * corners[at];
        int b = 3 * corners[at + 1];
        int c = 3 * corners[at + 2];
        if (Math.min(p[a + 2], Math.min(p[b + 2], p[c + 2])) < NEAR) {
            return;
        }
        float ax = p[a] - 0.5f;
        float ay = p[a + 1] - 0.5f;
        float ux = p[b] - p[a];
        float uy = p[b + 1] - p[a + 1];
        float vx = p[c] - p[a];
        float vy = p[c + 1] - p[a + 1];
        float area = ux * vy - uy * vx;
        // The head's outside turns about in the picture, whose rows run downwards.
        if (area == 0 || (side == Side.OUTER && area > 0)) {
            return;
        }
        // A lock's piece is about a parallelogram: its first triangle and what mirrors it.
        float across = side == Side.LOCK ? ux + vx : 0;
        float down = side == Side.LOCK ? uy + vy : 0;
        float most = side == Side.LOCK ? 2 : 1;
        int firstRow = Math.max(0, above(ay + least(down, uy, vy)));
        int lastRow = Math.min(rows - 1, below(ay + most(down, uy, vy)));
        int first = Math.max(0, above(ax + least(across, ux, vx)));
        int last = Math.min(columns - 1, below(ax + most(across, ux, vx)));
        if (firstRow > lastRow || first > last) {
            return;
        }
        float perArea = 1 / area;
        float alongU = vy * perArea;
        float alongV = -uy * perArea;
        float bz = p[b + 2] - p[a + 2];
        float cz = p[c + 2] - p[a + 2];
        for (int row = firstRow; row <= lastRow; row++) {
            float x = first - ax;
            float y = row - ay;
            float u = (x * vy - y * vx) * perArea;
            float v = (ux * y - uy * x) * perArea;
            for (int cell = row * columns + first; cell <= row * columns + last; cell++, u += alongU, v += alongV) {
                if (u < 0 || v < 0 || u > 1 || v > 1 || u + v > most) {
                    continue;
                }
                float depth = p[a + 2] + u * bz + v * cz + allowance;
                if (side == Side.LOCK) {
                    lock(LOCKS * cell, depth);
                } else {
                    surface[cell] = Math.min(surface[cell], depth);
                }
            }
        }
    }

    /** The least of three numbers and 0; none is NaN. */
    private static float least(float a, float b, float c) {
        float least = a < 0 ? a : 0;
        least = b < least ? b : least;
        return c < least ? c : least;
    }

    private static float most(float a, float b, float c) {
        float most = a > 0 ? a : 0;
        most = b > most ? b : most;
        return c > most ? c : most;
    }

    /** The least whole number not below a value. */
    private static int above(float value) {
        int whole = (int) value;
        return whole < value ? whole + 1 : whole;
    }

    private static int below(float value) {
        int whole = (int) value;
        return whole > value ? whole - 1 : whole;
    }

    private void lock(int cell, float depth) {
        int at = LOCKS - 1;
        if (depth >= locks[cell + at]) {
            return;
        }
        for (; at > 0 && locks[cell + at - 1] > depth; at--) {
            locks[cell + at] = locks[cell + at - 1];
        }
        locks[cell + at] = depth;
    }

    /** The depth from which on all is hidden in a cell and its eight neighbours. */
    private void limit() {
        float[] across = new float[surface.length];
        limit = new float[surface.length];
        for (int i = 0; i < surface.length; i++) {
            surface[i] = Math.min(surface[i], locks[LOCKS * i + LOCKS - 1]);
        }
        for (int i = 1; i < surface.length - 1; i++) {
            across[i] = Math.max(surface[i], Math.max(surface[i - 1], surface[i + 1]));
        }
        Arrays.fill(limit, Float.POSITIVE_INFINITY);
        for (int i = columns; i < surface.length - columns; i++) {
            limit[i] = Math.max(across[i], Math.max(across[i - columns], across[i + columns]));
        }
    }

    /** Whether all of a lock's piece is hidden, tried no more than two cells apart; {@code at} is its first triangle. */
    private boolean hidden(float[] p, int[] corners, int at) {
        int a = 3 * corners[at];
        int b = 3 * corners[at + 1];
        int c = 3 * corners[at + 2];
        float ux = p[b] - p[a];
        float uy = p[b + 1] - p[a + 1];
        float uz = p[b + 2] - p[a + 2];
        float vx = p[c] - p[a];
        float vy = p[c + 1] - p[a + 1];
        float vz = p[c + 2] - p[a + 2];
        int uSteps = (int) (Math.max(Math.abs(ux), Math.abs(uy)) / 2) + 1;
        int vSteps = (int) (Math.max(Math.abs(vx), Math.abs(vy)) / 2) + 1;
        for (int i = 0; i <= vSteps; i++) {
            float v = i / (float) vSteps;
            for (int j = 0; j <= uSteps; j++) {
                float u = j / (float) uSteps;
                if (!hidden(p[a] + u * ux + v * vx, p[a + 1] + u * uy + v * vy, p[a + 2] + u * uz + v * vz)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean hidden(float x, float y, float depth) {
        return x >= 0
                && y >= 0
                && x < columns
                && y < rows
                && depth > NEAR
                && depth > limit[((int) y) * columns + (int) x];
    }
}
