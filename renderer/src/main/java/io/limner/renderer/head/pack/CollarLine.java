package io.limner.renderer.head.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The line where skin ends and the shirt begins. Quads do not run along it, so the vertices between the two are slid over the
 * surface onto a slanted surface about the base of the neck, and those around them are evened out.
 */
final class CollarLine {
    private static final double HEIGHT_FRONT = 566;
    private static final double HEIGHT_BACK = 596;
    private static final double DEPTH_FRONT = 45;
    private static final double DEPTH_BACK = -50;
    private static final double SIDE_START = 35;
    private static final double SIDE_RISE = 0.55;
    private static final int LINE_ROUNDS = 14;
    private static final int SURROUNDING_ROUNDS = 8;
    private static final int SURROUNDING_RINGS = 3;
    private static final double LONGEST_SLIDE = 8;

    private final SourceMesh mesh;
    private final double[] posed;
    private final double[] points;
    private final Map<Integer, double[]> normals;
    private final Map<Integer, Set<Integer>> neighbours = new HashMap<>();
    private final Map<Integer, List<Integer>> border = new LinkedHashMap<>();

    CollarLine(SourceMesh mesh, double[] posed, List<Integer> skin, List<Integer> shirt) {
        this.mesh = mesh;
        this.posed = posed;
        this.points = posed.clone();
        this.normals = normals(skin, shirt);
        Set<Long> skinEdges = new HashSet<>();
        edges(skin, (a, b) -> skinEdges.add(edge(a, b)));
        edges(shirt, (a, b) -> {
            if (skinEdges.contains(edge(a, b))) {
                border.computeIfAbsent(a, v -> new ArrayList<>()).add(b);
                border.computeIfAbsent(b, v -> new ArrayList<>()).add(a);
            }
        });
        for (List<Integer> part : List.of(skin, shirt)) {
            edges(part, (a, b) -> {
                neighbours.computeIfAbsent(a, v -> new HashSet<>()).add(b);
                neighbours.computeIfAbsent(b, v -> new HashSet<>()).add(a);
            });
        }
        slide();
    }

    /**
     * How far a point lies above the collar's surface, mm in the base mesh's frame: a plane that slants down to the front and rises
     * over the shoulders, so that the collar stays close to the neck.
     */
    static double above(double x, double y, double z) {
        double slope = (HEIGHT_FRONT - HEIGHT_BACK) / (DEPTH_FRONT - DEPTH_BACK);
        double rise = SIDE_RISE * Math.max(0, Math.abs(x) - SIDE_START);
        return y - HEIGHT_BACK - slope * (z - DEPTH_BACK) - rise;
    }

    /** Vertices between skin and shirt. */
    Set<Integer> border() {
        return border.keySet();
    }

    /** Whether the edge of two vertices lies between skin and shirt. */
    boolean borders(int a, int b) {
        return border.containsKey(a) && border.get(a).contains(b);
    }

    /** A vertex where it was slid to. */
    CoarseVertices.Source source(int vertex) {
        double[] offset = new double[3];
        for (int i = 0; i < 3; i++) {
            offset[i] = points[3 * vertex + i] - posed[3 * vertex + i];
        }
        return CoarseVertices.Source.of(vertex).moved(offset);
    }

    /** The surface's unit normal at a vertex. */
    double[] normal(int vertex) {
        return normals.get(vertex);
    }

    private void slide() {
        for (int round = 0; round < LINE_ROUNDS; round++) {
            relax(border);
            for (int v : border.keySet()) {
                toPlane(v);
            }
        }
        Map<Integer, Set<Integer>> around = new LinkedHashMap<>();
        Set<Integer> reached = new HashSet<>(border.keySet());
        for (int ring = 0; ring < SURROUNDING_RINGS; ring++) {
            for (int v : List.copyOf(reached)) {
                for (int n : neighbours.get(v)) {
                    if (reached.add(n)) {
                        around.put(n, neighbours.get(n));
                    }
                }
            }
        }
        for (int round = 0; round < SURROUNDING_ROUNDS; round++) {
            relax(around);
        }
    }

    /** Moves each vertex half way to the mean of its partners, along the surface only. */
    private void relax(Map<Integer, ? extends Iterable<Integer>> partners) {
        Map<Integer, double[]> moves = new HashMap<>();
        partners.forEach((v, others) -> {
            double[] mean = new double[3];
            int count = 0;
            for (int n : others) {
                for (int i = 0; i < 3; i++) {
                    mean[i] += points[3 * n + i];
                }
                count++;
            }
            double along = 0;
            double[] n = normals.get(v);
            for (int i = 0; i < 3; i++) {
                mean[i] = 0.5 * (mean[i] / count - points[3 * v + i]);
                along += mean[i] * n[i];
            }
            for (int i = 0; i < 3; i++) {
                mean[i] -= along * n[i];
            }
            moves.put(v, mean);
        });
        moves.forEach((v, move) -> {
            for (int i = 0; i < 3; i++) {
                points[3 * v + i] += move[i];
            }
        });
    }

    private void toPlane(int v) {
        double[] n = normals.get(v);
        double[] down = {n[1] * n[0], n[1] * n[1] - 1, n[1] * n[2]};
        int at = 3 * v;
        double here = above(points[at], points[at + 1], points[at + 2]);
        double there = above(points[at] + down[0], points[at + 1] + down[1], points[at + 2] + down[2]);
        double step = here / Math.max(0.2, here - there);
        step = Math.max(-LONGEST_SLIDE, Math.min(LONGEST_SLIDE, step));
        for (int i = 0; i < 3; i++) {
            points[3 * v + i] += step * down[i];
        }
    }

    private interface EdgeUse {
        void edge(int a, int b);
    }

    private void edges(List<Integer> quads, EdgeUse use) {
        int[] all = mesh.quads();
        for (int q : quads) {
            for (int k = 0; k < 4; k++) {
                use.edge(all[4 * q + k], all[4 * q + (k + 1) % 4]);
            }
        }
    }

    private static long edge(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    private Map<Integer, double[]> normals(List<Integer> first, List<Integer> second) {
        Map<Integer, double[]> sums = new HashMap<>();
        int[] all = mesh.quads();
        for (List<Integer> part : List.of(first, second)) {
            for (int q : part) {
                double[] n = diagonalNormal(3 * all[4 * q], 3 * all[4 * q + 1], 3 * all[4 * q + 2], 3 * all[4 * q + 3]);
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

    private double[] diagonalNormal(int a, int b, int c, int d) {
        double[] n = new double[3];
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            n[i] = (points[c + j] - points[a + j]) * (points[d + k] - points[b + k])
                    - (points[c + k] - points[a + k]) * (points[d + j] - points[b + j]);
        }
        return n;
    }
}
