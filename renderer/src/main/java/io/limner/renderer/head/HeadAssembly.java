package io.limner.renderer.head;

import io.limner.schema.label.SegmentationClass;
import java.util.Arrays;

/**
 * How the parts of a head become one mesh: subdivided skin with clothing and mouth interior, upper teeth, lower teeth, tongue, left
 * eyeball, right eyeball, in this order. Skin vertices on seams of the texture are split; the others are shared.
 */
final class HeadAssembly {
    private final Subdivision subdivision;
    private final int[] fineTriangles;
    private final int[] fineOfVertex;
    private final int[] triangles;
    private final byte[] classes;
    private final float[] uv;
    private final int upperTeeth;
    private final int lowerTeeth;
    private final int tongue;
    private final int leftEye;
    private final int vertexCount;

    HeadAssembly(PackData data) {
        PackData.Surface surface = data.surface();
        subdivision = new Subdivision(surface.vertexCount(), surface.quads(), surface.uv());
        int[] quads = subdivision.quads();
        int corners = quads.length;
        int[] fine = new int[corners];
        float[] fineUv = new float[2 * corners];
        int[] renderQuads = new int[corners];
        int skin = splitSeams(fine, fineUv, renderQuads);
        fineOfVertex = Arrays.copyOf(fine, skin);
        upperTeeth = skin;
        lowerTeeth = upperTeeth + data.mouth().upper().fit().length / 4;
        tongue = lowerTeeth + data.mouth().lower().fit().length / 4;
        leftEye = tongue + data.mouth().tongue().vertices().length;
        vertexCount = leftEye + 2 * EyePatch.VERTICES;
        uv = Arrays.copyOf(Arrays.copyOf(fineUv, 2 * skin), 2 * vertexCount);
        fineTriangles = split(quads, 0);
        TriangleList list = new TriangleList();
        list.add(split(renderQuads, 0), surface.classes());
        PackData.Teeth upper = data.mouth().upper();
        PackData.Teeth lower = data.mouth().lower();
        list.add(split(upper.quads(), upperTeeth), twice(upper.classes()));
        list.add(split(lower.quads(), lowerTeeth), twice(lower.classes()));
        int[] tongueTriangles = split(data.mouth().tongue().quads(), tongue);
        list.add(tongueTriangles, filled(tongueTriangles.length / 3, SegmentationClass.TONGUE));
        list.add(EyePatch.triangles(leftEye), filled(EyePatch.TRIANGLES, SegmentationClass.EYE_WHITE));
        list.add(
                EyePatch.triangles(leftEye + EyePatch.VERTICES),
                filled(EyePatch.TRIANGLES, SegmentationClass.EYE_WHITE));
        triangles = list.triangles;
        classes = list.classes;
    }

    Subdivision subdivision() {
        return subdivision;
    }

    /** Triangles of the subdivided skin, in fine vertices that no seam splits. */
    int[] fineTriangles() {
        return fineTriangles;
    }

    /** The fine vertex that each skin vertex of the mesh copies. */
    int[] fineOfVertex() {
        return fineOfVertex;
    }

    int upperTeeth() {
        return upperTeeth;
    }

    int lowerTeeth() {
        return lowerTeeth;
    }

    int tongue() {
        return tongue;
    }

    int leftEye() {
        return leftEye;
    }

    int rightEye() {
        return leftEye + EyePatch.VERTICES;
    }

    int vertexCount() {
        return vertexCount;
    }

    int[] triangles() {
        return triangles;
    }

    /** The skin before its subdivision: triangles over the mesh's vertices. The four fine quads of a coarse one begin at its corners. */
    int[] coarseTriangles() {
        int[] quads = new int[fineTriangles.length / 6];
        for (int i = 0; i < quads.length; i++) {
            quads[i] = triangles[6 * i];
        }
        return split(quads, 0);
    }

    /** The mesh's topology with given rest positions and occlusion. */
    Topology topology(float[] rest, float[] occlusion) {
        return new Topology(triangles, classes, uv, rest, occlusion);
    }

    private int splitSeams(int[] fine, float[] fineUv, int[] renderQuads) {
        int[] quads = subdivision.quads();
        float[] cornerUv = subdivision.uv();
        // Vertices that share a fine vertex are chained; a seam makes two or three of them.
        int[] newest = new int[subdivision.fineCount()];
        int[] older = new int[quads.length];
        Arrays.fill(newest, -1);
        int count = 0;
        for (int c = 0; c < quads.length; c++) {
            float u = cornerUv[2 * c];
            float v = cornerUv[2 * c + 1];
            int vertex = newest[quads[c]];
            while (vertex >= 0 && (fineUv[2 * vertex] != u || fineUv[2 * vertex + 1] != v)) {
                vertex = older[vertex];
            }
            if (vertex < 0) {
                vertex = count++;
                fine[vertex] = quads[c];
                fineUv[2 * vertex] = u;
                fineUv[2 * vertex + 1] = v;
                older[vertex] = newest[quads[c]];
                newest[quads[c]] = vertex;
            }
            renderQuads[c] = vertex;
        }
        return count;
    }

    private static int[] split(int[] quads, int offset) {
        int[] out = new int[quads.length / 4 * 6];
        for (int q = 0, at = 0; q < quads.length; q += 4) {
            out[at++] = quads[q] + offset;
            out[at++] = quads[q + 1] + offset;
            out[at++] = quads[q + 2] + offset;
            out[at++] = quads[q] + offset;
            out[at++] = quads[q + 2] + offset;
            out[at++] = quads[q + 3] + offset;
        }
        return out;
    }

    private static byte[] twice(byte[] quadClasses) {
        byte[] out = new byte[2 * quadClasses.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = quadClasses[i / 2];
        }
        return out;
    }

    private static byte[] filled(int count, SegmentationClass value) {
        byte[] out = new byte[count];
        Arrays.fill(out, (byte) value.code());
        return out;
    }

    private static final class TriangleList {
        private int[] triangles = new int[0];
        private byte[] classes = new byte[0];

        void add(int[] more, byte[] moreClasses) {
            int oldCount = classes.length;
            triangles = Arrays.copyOf(triangles, triangles.length + more.length);
            System.arraycopy(more, 0, triangles, 3 * oldCount, more.length);
            classes = Arrays.copyOf(classes, oldCount + moreClasses.length);
            System.arraycopy(moreClasses, 0, classes, oldCount, moreClasses.length);
        }
    }
}
