package io.limner.renderer.head.pack;

import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts the bust out of the body and dresses it: what lies below a slanted plane about the base of the neck becomes a shirt, which is
 * lifted off the skin and ends in a rolled collar. The surface stays one piece, so that no skin can poke through.
 */
final class BustCut {
    /** Lower end of the bust on the neutral adult, mm. */
    private static final double FLOOR = 425;

    private static final double LIFT = 4;
    private static final double COLLAR_FRONT = 568;
    private static final double COLLAR_BACK = 592;
    private static final double FRONT = 45;
    private static final double BACK = -50;
    /** Rows of the collar: along the surface away from the neck, then off the skin, mm. */
    private static final double[][] COLLAR = {{2, 0}, {0.5, 3.4}, {2.5, 4.8}, {9, LIFT}};

    private final BaseHead base;
    private final SegmentationClass[] classes;
    private final CoarseVertices vertices = new CoarseVertices();
    private final List<int[]> quads = new ArrayList<>();
    private final List<float[]> uv = new ArrayList<>();
    private final List<SegmentationClass> quadClasses = new ArrayList<>();
    private final List<Boolean> sockets = new ArrayList<>();

    BustCut(BaseHead base, SegmentationClass[] classes) {
        this.base = base;
        this.classes = classes;
        cut();
    }

    CoarseVertices vertices() {
        return vertices;
    }

    int[] quads() {
        return quads.stream().flatMapToInt(java.util.Arrays::stream).toArray();
    }

    float[] uv() {
        float[] out = new float[8 * uv.size()];
        for (int q = 0; q < uv.size(); q++) {
            System.arraycopy(uv.get(q), 0, out, 8 * q, 8);
        }
        return out;
    }

    byte[] classes() {
        byte[] out = new byte[quadClasses.size()];
        for (int q = 0; q < out.length; q++) {
            out[q] = (byte) quadClasses.get(q).code();
        }
        return out;
    }

    /** Whether a quad belongs to the pockets behind the eyeballs. */
    boolean socket(int quad) {
        return sockets.get(quad);
    }

    /** Height of the collar's plane at depth z, mm. */
    private static double collar(double z) {
        return COLLAR_BACK + (COLLAR_FRONT - COLLAR_BACK) * (z - BACK) / (FRONT - BACK);
    }

    private double above(int vertex) {
        double[] p = base.neutral();
        return p[3 * vertex + 1] - collar(p[3 * vertex + 2]);
    }

    private void cut() {
        List<Integer> skin = new ArrayList<>();
        List<Integer> shirt = new ArrayList<>();
        for (int q = 0; q < classes.length; q++) {
            if (classes[q] == null || base.island(q) == BaseHead.Island.ELSEWHERE || base.center(q, 1) < FLOOR) {
                continue;
            }
            boolean below = base.center(q, 1) < collar(base.center(q, 2)) && classes[q] == SegmentationClass.NECK;
            (below ? shirt : skin).add(q);
        }
        Map<Integer, double[]> normals = normals(shirt, skin);
        Map<Integer, CoarseVertices.Source> border = border(skin, shirt);
        Map<Integer, Integer> skinVertices = new HashMap<>();
        border.forEach((v, source) -> skinVertices.put(v, vertices.add(source)));
        for (int q : skin) {
            addQuad(q, classes[q], v -> skinVertices.computeIfAbsent(v, vertices::plain));
        }
        Map<Integer, int[]> rows = new LinkedHashMap<>();
        border.forEach((v, source) -> rows.put(v, collarRows(source, normals.get(v), skinVertices.get(v))));
        Map<Integer, Integer> shirtVertices = new HashMap<>();
        rows.forEach((v, row) -> shirtVertices.put(v, row[row.length - 1]));
        for (int q : shirt) {
            addQuad(
                    q,
                    SegmentationClass.CLOTHING,
                    v -> shirtVertices.computeIfAbsent(v, w -> {
                        double[] n = normals.get(w);
                        return vertices.add(CoarseVertices.Source.of(w)
                                .moved(new double[] {LIFT * n[0], LIFT * n[1], LIFT * n[2]}));
                    }));
        }
        collarQuads(shirt, rows);
    }

    private int[] collarRows(CoarseVertices.Source source, double[] n, int skinVertex) {
        // Down along the surface: gravity without its part along the normal.
        double[] down = {n[1] * n[0], n[1] * n[1] - 1, n[1] * n[2]};
        double length = Math.sqrt(down[0] * down[0] + down[1] * down[1] + down[2] * down[2]);
        int[] row = new int[COLLAR.length + 1];
        row[0] = skinVertex;
        for (int r = 0; r < COLLAR.length; r++) {
            double[] by = new double[3];
            for (int i = 0; i < 3; i++) {
                by[i] = COLLAR[r][0] * down[i] / length + COLLAR[r][1] * n[i];
            }
            row[r + 1] = vertices.add(source.moved(by));
        }
        return row;
    }

    private void collarQuads(List<Integer> shirt, Map<Integer, int[]> rows) {
        int[] all = base.mesh().quads();
        for (int q : shirt) {
            for (int k = 0; k < 4; k++) {
                int a = all[4 * q + k];
                int b = all[4 * q + (k + 1) % 4];
                if (!rows.containsKey(a) || !rows.containsKey(b) || inner.contains(edge(a, b))) {
                    continue;
                }
                float[] corner = base.mesh().uv();
                int at = 8 * q + 2 * k;
                int next = 8 * q + 2 * ((k + 1) % 4);
                for (int r = 0; r < COLLAR.length; r++) {
                    quads.add(new int[] {rows.get(a)[r], rows.get(b)[r], rows.get(b)[r + 1], rows.get(a)[r + 1]});
                    uv.add(new float[] {
                        corner[at], corner[at + 1], corner[next], corner[next + 1],
                        corner[next], corner[next + 1], corner[at], corner[at + 1]
                    });
                    quadClasses.add(r == 0 ? SegmentationClass.NECK : SegmentationClass.CLOTHING);
                    sockets.add(false);
                }
            }
        }
    }

    private final Set<Long> inner = new HashSet<>();

    private static long edge(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    /** Vertices between skin and shirt, slid along their edges onto the collar's plane. */
    private Map<Integer, CoarseVertices.Source> border(List<Integer> skin, List<Integer> shirt) {
        int[] all = base.mesh().quads();
        Set<Integer> upper = new HashSet<>();
        Set<Long> skinEdges = new HashSet<>();
        for (int q : skin) {
            for (int k = 0; k < 4; k++) {
                upper.add(all[4 * q + k]);
                skinEdges.add(edge(all[4 * q + k], all[4 * q + (k + 1) % 4]));
            }
        }
        Map<Integer, Set<Integer>> neighbours = new HashMap<>();
        Map<Integer, CoarseVertices.Source> border = new LinkedHashMap<>();
        for (List<Integer> part : List.of(skin, shirt)) {
            for (int q : part) {
                for (int k = 0; k < 4; k++) {
                    int a = all[4 * q + k];
                    int b = all[4 * q + (k + 1) % 4];
                    neighbours.computeIfAbsent(a, x -> new HashSet<>()).add(b);
                    neighbours.computeIfAbsent(b, x -> new HashSet<>()).add(a);
                    if (part == shirt && !skinEdges.contains(edge(a, b))) {
                        inner.add(edge(a, b));
                    }
                    if (part == shirt && upper.contains(a)) {
                        border.put(a, CoarseVertices.Source.of(a));
                    }
                }
            }
        }
        border.replaceAll((v, source) -> onPlane(v, neighbours.get(v), border.keySet()));
        return border;
    }

    private CoarseVertices.Source onPlane(int v, Set<Integer> neighbours, Set<Integer> border) {
        double here = above(v);
        CoarseVertices.Source best = CoarseVertices.Source.of(v);
        double nearest = 0.85;
        for (int n : neighbours) {
            double there = above(n);
            double t = here / (here - there);
            if (!border.contains(n) && here * there < 0 && t < nearest) {
                nearest = t;
                best = new CoarseVertices.Source(v, n, t, new double[3]);
            }
        }
        return best;
    }

    private void addQuad(int q, SegmentationClass value, java.util.function.IntUnaryOperator vertex) {
        int[] out = new int[4];
        float[] corners = new float[8];
        for (int k = 0; k < 4; k++) {
            out[k] = vertex.applyAsInt(base.mesh().quads()[4 * q + k]);
            corners[2 * k] = base.mesh().uv()[8 * q + 2 * k];
            corners[2 * k + 1] = base.mesh().uv()[8 * q + 2 * k + 1];
        }
        quads.add(out);
        uv.add(corners);
        quadClasses.add(value);
        sockets.add(base.island(q) == BaseHead.Island.SOCKET);
    }

    private Map<Integer, double[]> normals(List<Integer> first, List<Integer> second) {
        Map<Integer, double[]> sums = new HashMap<>();
        double[] p = base.neutral();
        int[] all = base.mesh().quads();
        for (List<Integer> part : List.of(first, second)) {
            for (int q : part) {
                double[] n = new double[3];
                for (int i = 0; i < 3; i++) {
                    int j = (i + 1) % 3;
                    int k = (i + 2) % 3;
                    int a = 3 * all[4 * q];
                    int b = 3 * all[4 * q + 1];
                    int c = 3 * all[4 * q + 2];
                    int d = 3 * all[4 * q + 3];
                    n[i] = (p[c + j] - p[a + j]) * (p[d + k] - p[b + k])
                            - (p[c + k] - p[a + k]) * (p[d + j] - p[b + j]);
                }
                for (int k = 0; k < 4; k++) {
                    double[] sum = sums.computeIfAbsent(all[4 * q + k], v -> new double[3]);
                    for (int i = 0; i < 3; i++) {
                        sum[i] += n[i];
                    }
                }
            }
        }
        for (double[] n : sums.values()) {
            double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
            for (int i = 0; i < 3; i++) {
                n[i] /= length;
            }
        }
        return sums;
    }
}
