package io.limner.renderer.head.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The line where skin ends and the shirt begins. Quads do not run along it, so the vertices between the two are slid over the
 * surface onto a slanted surface about the base of the neck, and those around them are evened out.
 */
final class CollarLine {
    private static final int LINE_ROUNDS = 30;
    private static final int SURROUNDING_ROUNDS = 40;
    /** How many rings of vertices make room: few of the neck, since the face begins above it. */
    private static final int SKIN_RINGS = 3;

    private static final int SHIRT_RINGS = 8;
    /** After so many rounds vertices are put back on the body. */
    private static final int ROUNDS_ASTRAY = 5;

    private static final double LONGEST_SLIDE = 6;

    private final SourceMesh mesh;
    private final double[] posed;
    private final double[] points;
    private final Neckline neckline;
    private final BodySurface body;
    private final Map<Integer, double[]> normals;
    private final Map<Integer, Set<Integer>> neighbours = new HashMap<>();
    private final Map<Integer, List<Integer>> border = new LinkedHashMap<>();

    CollarLine(SourceMesh mesh, double[] posed, List<Integer> skin, List<Integer> shirt, Neckline neckline) {
        this.mesh = mesh;
        this.neckline = neckline;
        this.posed = posed;
        this.points = posed.clone();
        this.normals = normals(skin, shirt);
        this.body = new BodySurface(mesh, posed, normals, skin, shirt);
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
        slide(skin, shirt);
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

    private void slide(List<Integer> skin, List<Integer> shirt) {
        for (int round = 0; round < LINE_ROUNDS; round++) {
            relax(border);
            for (int v : border.keySet()) {
                toLine(v);
                body.settle(v, points, normals.get(v));
            }
        }
        Map<Integer, Set<Integer>> around = new LinkedHashMap<>();
        rings(skin, SKIN_RINGS, around);
        rings(shirt, SHIRT_RINGS, around);
        for (int round = 0; round < SURROUNDING_ROUNDS; round++) {
            relax(around);
            if (round % ROUNDS_ASTRAY == ROUNDS_ASTRAY - 1) {
                around.keySet().forEach(v -> body.settle(v, points, normals.get(v)));
            }
        }
    }

    /** Adds the vertices of a part that are at most so many edges from the line, with their neighbours. */
    private void rings(List<Integer> part, int count, Map<Integer, Set<Integer>> around) {
        Set<Integer> members = new HashSet<>();
        edges(part, (a, b) -> {
            members.add(a);
            members.add(b);
        });
        Set<Integer> reached = new LinkedHashSet<>(border.keySet());
        for (int ring = 0; ring < count; ring++) {
            for (int v : List.copyOf(reached)) {
                for (int n : neighbours.get(v)) {
                    if (members.contains(n) && reached.add(n)) {
                        around.put(n, neighbours.get(n));
                    }
                }
            }
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

    private void toLine(int v) {
        double[] n = normals.get(v);
        double[] down = {n[1] * n[0], n[1] * n[1] - 1, n[1] * n[2]};
        int at = 3 * v;
        double here = neckline.above(points[at], points[at + 1], points[at + 2]);
        double there = neckline.above(points[at] + down[0], points[at + 1] + down[1], points[at + 2] + down[2]);
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
