package io.limner.renderer.head.pack;

import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts the bust out of the body and dresses it: what lies below a slanted plane about the base of the neck becomes a shirt, which is
 * lifted off the skin and ends in a rolled collar. The surface stays one piece, so that no skin can poke through.
 */
final class BustCut {
    /** Lower end of the bust on the neutral adult, mm; below it a shirt hangs straight down, for pictures taken from afar. */
    private static final double FLOOR = 335;

    private static final double HANG = 900;

    private static final double LIFT = 4;
    /** Rows of the collar: along the surface away from the neck, then off the skin, mm. */
    private static final double[][] COLLAR = {{2, 0}, {0.5, 3.4}, {2.5, 4.8}, {9, LIFT}};

    private final BaseHead base;
    private final SegmentationClass[] classes;
    private final CoarseVertices vertices = new CoarseVertices();
    private final List<int[]> quads = new ArrayList<>();
    private final List<float[]> uv = new ArrayList<>();
    private final List<SegmentationClass> quadClasses = new ArrayList<>();
    private final List<Boolean> sockets = new ArrayList<>();
    private final CollarLine line;

    /**
     * @param posed the neutral adult's vertices in the pose of the pack, mm
     * @param classes class of each quad of the base mesh, null off the body
     * @param neckline where the shirt begins; the vertices and quads of all necklines are the same, at other places
     */
    BustCut(BaseHead base, double[] posed, SegmentationClass[] classes, Neckline neckline) {
        this.base = base;
        this.classes = classes;
        List<Integer> skin = new ArrayList<>();
        List<Integer> shirt = new ArrayList<>();
        for (int q = 0; q < classes.length; q++) {
            if (classes[q] != null && base.island(q) != BaseHead.Island.ELSEWHERE && base.center(q, 1) >= FLOOR) {
                boolean below = classes[q] == SegmentationClass.NECK
                        && Neckline.CREW_NECK.above(base.center(q, 0), base.center(q, 1), base.center(q, 2)) < 0;
                (below ? shirt : skin).add(q);
            }
        }
        line = new CollarLine(base.mesh(), posed, skin, shirt, neckline);
        cut(skin, shirt);
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

    /** Class of each quad. */
    List<SegmentationClass> classes() {
        return quadClasses;
    }

    /** Whether a quad belongs to the pockets behind the eyeballs. */
    boolean socket(int quad) {
        return sockets.get(quad);
    }

    private void cut(List<Integer> skin, List<Integer> shirt) {
        Map<Integer, Integer> skinVertices = new HashMap<>();
        for (int q : skin) {
            addQuad(q, classes[q], v -> skinVertices.computeIfAbsent(v, w -> vertices.add(line.source(w))));
        }
        Map<Integer, int[]> rows = new LinkedHashMap<>();
        for (int v : line.border()) {
            rows.put(v, collarRows(line.source(v), line.normal(v), skinVertices.get(v)));
        }
        Map<Integer, Integer> shirtVertices = new HashMap<>();
        rows.forEach((v, row) -> shirtVertices.put(v, row[row.length - 1]));
        for (int q : shirt) {
            addQuad(
                    q,
                    SegmentationClass.CLOTHING,
                    v -> shirtVertices.computeIfAbsent(v, w -> {
                        double[] n = line.normal(w);
                        return vertices.add(line.source(w).moved(new double[] {LIFT * n[0], LIFT * n[1], LIFT * n[2]}));
                    }));
        }
        collarQuads(shirt, rows);
        hang(shirt, shirtVertices);
    }

    /** Lets the shirt hang down from the lower end of the bust. */
    private void hang(List<Integer> shirt, Map<Integer, Integer> shirtVertices) {
        int[] all = base.mesh().quads();
        Map<Long, Integer> uses = new HashMap<>();
        for (int q : shirt) {
            for (int k = 0; k < 4; k++) {
                uses.merge(edge(all[4 * q + k], all[4 * q + (k + 1) % 4]), 1, Integer::sum);
            }
        }
        Map<Integer, Integer> hem = new HashMap<>();
        for (int q : shirt) {
            for (int k = 0; k < 4; k++) {
                int a = all[4 * q + k];
                int b = all[4 * q + (k + 1) % 4];
                if (uses.get(edge(a, b)) == 1 && !line.borders(a, b)) {
                    int[] ends = {
                        shirtVertices.get(b),
                        shirtVertices.get(a),
                        hem(a, hem, shirtVertices),
                        hem(b, hem, shirtVertices)
                    };
                    quads.add(ends);
                    float[] corner = base.mesh().uv();
                    int at = 8 * q + 2 * k;
                    int next = 8 * q + 2 * ((k + 1) % 4);
                    uv.add(new float[] {
                        corner[next], corner[next + 1], corner[at], corner[at + 1],
                        corner[at], corner[at + 1], corner[next], corner[next + 1]
                    });
                    quadClasses.add(SegmentationClass.CLOTHING);
                    sockets.add(false);
                }
            }
        }
    }

    private int hem(int v, Map<Integer, Integer> hem, Map<Integer, Integer> shirtVertices) {
        return hem.computeIfAbsent(
                v, w -> vertices.add(vertices.source(shirtVertices.get(w)).moved(new double[] {0, -HANG, 0})));
    }

    private static long edge(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
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
                if (!rows.containsKey(a) || !rows.containsKey(b) || !line.borders(a, b)) {
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
}
