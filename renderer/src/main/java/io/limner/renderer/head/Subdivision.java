package io.limner.renderer.head;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One step of Catmull-Clark subdivision (E. Catmull, J. Clark, 1978; boundaries as cubic B-splines) as sparse rows over the coarse
 * vertices, so that a mesh of fixed topology is refined by one matrix product. The fine vertices are the coarse vertices moved,
 * then one a face, then one an edge.
 */
public final class Subdivision {
    private final int fineCount;
    private final int[] rows;
    private final int[] columns;
    private final double[] weights;
    private final int[] quads;
    private final float[] uv;

    /**
     * @param vertexCount coarse vertices
     * @param coarse quads, 4 indices each
     * @param coarseUv texture coordinates of the corners, 8 a quad; they are refined linearly
     */
    public Subdivision(int vertexCount, int[] coarse, float[] coarseUv) {
        int faceCount = coarse.length / 4;
        Map<Long, Integer> edges = new HashMap<>();
        int[] edgeOf = new int[coarse.length];
        int[][] edgeEnds = new int[coarse.length][];
        int[][] edgeFaces = new int[coarse.length][];
        for (int f = 0; f < faceCount; f++) {
            for (int k = 0; k < 4; k++) {
                int a = coarse[4 * f + k];
                int b = coarse[4 * f + (k + 1) % 4];
                long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
                Integer edge = edges.get(key);
                if (edge == null) {
                    edge = edges.size();
                    edges.put(key, edge);
                    edgeEnds[edge] = new int[] {Math.min(a, b), Math.max(a, b)};
                    edgeFaces[edge] = new int[] {f, -1};
                } else {
                    edgeFaces[edge][1] = f;
                }
                edgeOf[4 * f + k] = edge;
            }
        }
        int edgeCount = edges.size();
        fineCount = vertexCount + faceCount + edgeCount;
        RowBuilder builder = new RowBuilder(fineCount, coarse.length * 8);
        vertexRows(builder, vertexCount, coarse, Arrays.copyOf(edgeEnds, edgeCount), edgeFaces);
        for (int f = 0; f < faceCount; f++) {
            builder.addFace(coarse, f, 1);
            builder.endRow();
        }
        for (int e = 0; e < edgeCount; e++) {
            boolean inner = edgeFaces[e][1] >= 0;
            builder.add(edgeEnds[e][0], inner ? 0.25 : 0.5);
            builder.add(edgeEnds[e][1], inner ? 0.25 : 0.5);
            if (inner) {
                builder.addFace(coarse, edgeFaces[e][0], 0.25);
                builder.addFace(coarse, edgeFaces[e][1], 0.25);
            }
            builder.endRow();
        }
        rows = builder.rows;
        columns = Arrays.copyOf(builder.columns, builder.size);
        weights = Arrays.copyOf(builder.weights, builder.size);
        quads = new int[16 * faceCount];
        uv = new float[32 * faceCount];
        for (int f = 0; f < faceCount; f++) {
            for (int k = 0; k < 4; k++) {
                int at = 16 * f + 4 * k;
                quads[at] = coarse[4 * f + k];
                quads[at + 1] = vertexCount + faceCount + edgeOf[4 * f + k];
                quads[at + 2] = vertexCount + f;
                quads[at + 3] = vertexCount + faceCount + edgeOf[4 * f + (k + 3) % 4];
                fineUv(coarseUv, f, k);
            }
        }
    }

    /** How many fine vertices. */
    public int fineCount() {
        return fineCount;
    }

    /** Fine quads, 4 indices each; the four quads of coarse quad q are 4q to 4q+3. */
    public int[] quads() {
        return quads;
    }

    /** Texture coordinates of the fine quads' corners, 8 a quad. */
    public float[] uv() {
        return uv;
    }

    /** Refines values of the coarse vertices, {@code width} a vertex, into {@code fine}. */
    public void refine(double[] coarse, int width, double[] fine) {
        if (width == 3) {
            refinePoints(coarse, fine);
            return;
        }
        for (int row = 0; row < fineCount; row++) {
            for (int c = 0; c < width; c++) {
                double sum = 0;
                for (int i = rows[row]; i < rows[row + 1]; i++) {
                    sum += weights[i] * coarse[width * columns[i] + c];
                }
                fine[width * row + c] = sum;
            }
        }
    }

    private void refinePoints(double[] coarse, double[] fine) {
        for (int row = 0; row < fineCount; row++) {
            double x = 0;
            double y = 0;
            double z = 0;
            for (int i = rows[row]; i < rows[row + 1]; i++) {
                int at = 3 * columns[i];
                double w = weights[i];
                x += w * coarse[at];
                y += w * coarse[at + 1];
                z += w * coarse[at + 2];
            }
            fine[3 * row] = x;
            fine[3 * row + 1] = y;
            fine[3 * row + 2] = z;
        }
    }

    private void fineUv(float[] coarse, int f, int k) {
        for (int c = 0; c < 2; c++) {
            float here = coarse[8 * f + 2 * k + c];
            float next = coarse[8 * f + 2 * ((k + 1) % 4) + c];
            float last = coarse[8 * f + 2 * ((k + 3) % 4) + c];
            float across = coarse[8 * f + 2 * ((k + 2) % 4) + c];
            int at = 32 * f + 8 * k + c;
            uv[at] = here;
            uv[at + 2] = (here + next) / 2;
            uv[at + 4] = (here + next + last + across) / 4;
            uv[at + 6] = (here + last) / 2;
        }
    }

    private static void vertexRows(
            RowBuilder builder, int vertexCount, int[] coarse, int[][] edgeEnds, int[][] edgeFaces) {
        int[][] faces = incident(vertexCount, coarse.length / 4, f -> Arrays.copyOfRange(coarse, 4 * f, 4 * f + 4));
        int[][] spokes = incident(vertexCount, edgeEnds.length, e -> edgeEnds[e]);
        for (int v = 0; v < vertexCount; v++) {
            int n = spokes[v].length;
            int rim = 0;
            for (int e : spokes[v]) {
                rim += edgeFaces[e][1] < 0 ? 1 : 0;
            }
            if (n == 0) {
                builder.add(v, 1);
            } else if (rim > 0) {
                builder.add(v, 0.75);
                for (int e : spokes[v]) {
                    if (edgeFaces[e][1] < 0) {
                        builder.add(edgeEnds[e][0] + edgeEnds[e][1] - v, 0.25 / rim);
                    }
                }
            } else {
                builder.add(v, (n - 3.0) / n);
                for (int e : spokes[v]) {
                    builder.add(edgeEnds[e][0], 1.0 / (n * n));
                    builder.add(edgeEnds[e][1], 1.0 / (n * n));
                }
                for (int f : faces[v]) {
                    builder.addFace(coarse, f, 1.0 / (n * faces[v].length));
                }
            }
            builder.endRow();
        }
    }

    private static int[][] incident(int vertexCount, int count, java.util.function.IntFunction<int[]> members) {
        int[][] lists = new int[vertexCount][];
        int[] sizes = new int[vertexCount];
        for (int i = 0; i < count; i++) {
            for (int v : members.apply(i)) {
                sizes[v]++;
            }
        }
        for (int v = 0; v < vertexCount; v++) {
            lists[v] = new int[sizes[v]];
        }
        Arrays.fill(sizes, 0);
        for (int i = 0; i < count; i++) {
            for (int v : members.apply(i)) {
                lists[v][sizes[v]++] = i;
            }
        }
        return lists;
    }

    /** Collects rows; entries of one column are added up. */
    private static final class RowBuilder {
        private final int[] rows;
        private int[] columns;
        private double[] weights;
        private int row;
        private int size;
        private int start;

        RowBuilder(int rowCount, int capacity) {
            rows = new int[rowCount + 1];
            columns = new int[capacity];
            weights = new double[capacity];
        }

        void add(int column, double weight) {
            for (int i = start; i < size; i++) {
                if (columns[i] == column) {
                    weights[i] += weight;
                    return;
                }
            }
            if (size == columns.length) {
                columns = Arrays.copyOf(columns, 2 * size + 64);
                weights = Arrays.copyOf(weights, 2 * size + 64);
            }
            columns[size] = column;
            weights[size++] = weight;
        }

        void addFace(int[] quads, int face, double weight) {
            for (int k = 0; k < 4; k++) {
                add(quads[4 * face + k], weight / 4);
            }
        }

        void endRow() {
            start = size;
            rows[++row] = size;
        }
    }
}
