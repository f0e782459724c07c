package io.limner.renderer.head.wear;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.Topology;
import io.limner.renderer.head.strand.HeadFrame;
import java.util.Arrays;

/** Collects closed surfaces, given in the head frame, mm. Triangles are counter-clockwise seen from outside. */
final class Solids {
    private double[] positions = new double[3 << 10];
    private double[] normals = new double[3 << 10];
    private float[] colors = new float[3 << 10];
    private float[] uv = new float[2 << 10];
    private float[] finishes = new float[2 << 10];
    private float[] open = new float[1 << 10];
    private int[] triangles = new int[3 << 10];
    private byte[] classes = new byte[1 << 10];
    private int vertexCount;
    private int triangleCount;

    /**
     * What a thing is made of.
     *
     * @param kind segmentation code
     * @param color linear sRGB, 3 values
     * @param roughness 0 to 1
     * @param metal 1 metal, 0 plastic, -1 woven, -2 knitted, -3 sewn of panels, -4 with rows of stitches: see {@code wear.comp}
     */
    record Stuff(int kind, double[] color, double roughness, double metal) {
        Stuff colored(double... other) {
            return new Stuff(kind, other, roughness, metal);
        }
    }

    int triangleCount() {
        return triangleCount;
    }

    /** A vertex; its normal is the mean of those of its triangles, by area. Returns its index. */
    int vertex(Stuff stuff, double x, double y, double z, double u, double v, double visible) {
        if (vertexCount == open.length) {
            int size = 2 * vertexCount;
            positions = Arrays.copyOf(positions, 3 * size);
            normals = Arrays.copyOf(normals, 3 * size);
            colors = Arrays.copyOf(colors, 3 * size);
            uv = Arrays.copyOf(uv, 2 * size);
            finishes = Arrays.copyOf(finishes, 2 * size);
            open = Arrays.copyOf(open, size);
        }
        int at = vertexCount++;
        positions[3 * at] = x;
        positions[3 * at + 1] = y;
        positions[3 * at + 2] = z;
        for (int k = 0; k < 3; k++) {
            colors[3 * at + k] = (float) stuff.color[k];
        }
        uv[2 * at] = (float) u;
        uv[2 * at + 1] = (float) v;
        finishes[2 * at] = (float) stuff.roughness;
        finishes[2 * at + 1] = (float) stuff.metal;
        open[at] = (float) visible;
        return at;
    }

    void triangle(Stuff stuff, int a, int b, int c) {
        if (triangleCount == classes.length) {
            triangles = Arrays.copyOf(triangles, 6 * triangleCount);
            classes = Arrays.copyOf(classes, 2 * triangleCount);
        }
        triangles[3 * triangleCount] = a;
        triangles[3 * triangleCount + 1] = b;
        triangles[3 * triangleCount + 2] = c;
        classes[triangleCount++] = (byte) stuff.kind;
        double[] p = positions;
        double[] e = new double[3];
        double[] f = new double[3];
        for (int k = 0; k < 3; k++) {
            e[k] = p[3 * b + k] - p[3 * a + k];
            f[k] = p[3 * c + k] - p[3 * a + k];
        }
        double[] n = Space.cross(e, f);
        for (int corner : new int[] {a, b, c}) {
            for (int k = 0; k < 3; k++) {
                normals[3 * corner + k] += n[k];
            }
        }
    }

    void quad(Stuff stuff, int a, int b, int c, int d) {
        triangle(stuff, a, b, c);
        triangle(stuff, a, c, d);
    }

    /**
     * A bar along a line of points, with an elliptic section.
     *
     * @param path points, in order
     * @param closed whether the last is joined to the first; else the ends are capped
     * @param reference a direction that is never along the path
     * @param along half the thickness along {@code reference}, mm
     * @param beside half the thickness square to it, mm
     */
    void bar(Stuff stuff, double[][] path, boolean closed, double[] reference, double along, double beside) {
        final int sides = 8;
        int first = vertexCount;
        int n = path.length;
        double length = 0;
        for (int i = 0; i < n; i++) {
            double[] before = path[closed ? (i + n - 1) % n : Math.max(0, i - 1)];
            double[] after = path[closed ? (i + 1) % n : Math.min(n - 1, i + 1)];
            double[] tangent = Space.unit(Space.minus(after, before));
            double[] b = Space.unit(Space.cross(tangent, reference));
            double[] a = Space.cross(b, tangent);
            length += i == 0 ? 0 : Space.distance(path[i], path[i - 1]);
            for (int s = 0; s < sides; s++) {
                double ca = StrictMath.cos(2 * StrictMath.PI * s / sides) * along;
                double cb = StrictMath.sin(2 * StrictMath.PI * s / sides) * beside;
                vertex(
                        stuff,
                        path[i][0] + ca * a[0] + cb * b[0],
                        path[i][1] + ca * a[1] + cb * b[1],
                        path[i][2] + ca * a[2] + cb * b[2],
                        length,
                        s * 2 * (along + beside) / sides,
                        0.9);
            }
        }
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            int here = first + i * sides;
            int next = first + (i + 1) % n * sides;
            for (int s = 0; s < sides; s++) {
                int t = (s + 1) % sides;
                quad(stuff, here + s, here + t, next + t, next + s);
            }
        }
        if (!closed) {
            for (int s = 1; s < sides - 1; s++) {
                triangle(stuff, first, first + s + 1, first + s);
                int end = first + (n - 1) * sides;
                triangle(stuff, end, end + s, end + s + 1);
            }
        }
    }

    /** Makes two vertices at the same place share their normal. */
    void weld(int a, int b) {
        for (int k = 0; k < 3; k++) {
            double sum = normals[3 * a + k] + normals[3 * b + k];
            normals[3 * a + k] = sum;
            normals[3 * b + k] = sum;
        }
    }

    /** What was collected, in the world; the triangles from {@code shown} on only cast shadow. */
    Built build(HeadFrame frame) {
        double[] m = frame.headToWorld();
        double[] world = new double[3 * vertexCount];
        float[] turned = new float[3 * vertexCount];
        double[] p = new double[3];
        for (int v = 0; v < vertexCount; v++) {
            System.arraycopy(positions, 3 * v, p, 0, 3);
            world[3 * v] = frame.worldX(p);
            world[3 * v + 1] = frame.worldY(p);
            world[3 * v + 2] = frame.worldZ(p);
            double[] n = Space.unit(Arrays.copyOfRange(normals, 3 * v, 3 * v + 3));
            for (int k = 0; k < 3; k++) {
                turned[3 * v + k] = (float) (m[4 * k] * n[0] + m[4 * k + 1] * n[1] + m[4 * k + 2] * n[2]);
            }
        }
        Topology topology = new Topology(
                Arrays.copyOf(triangles, 3 * triangleCount),
                Arrays.copyOf(classes, triangleCount),
                Arrays.copyOf(uv, 2 * vertexCount),
                Arrays.copyOf(colors, 3 * vertexCount),
                Arrays.copyOf(open, vertexCount));
        return new Built(new Mesh(topology, world, turned), Arrays.copyOf(finishes, 2 * vertexCount));
    }

    /** A mesh and the finishes of its vertices. */
    record Built(Mesh mesh, float[] finishes) {}
}
