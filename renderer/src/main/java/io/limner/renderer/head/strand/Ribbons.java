package io.limner.renderer.head.strand;

import io.limner.renderer.head.Cover;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;
import io.limner.schema.label.SegmentationClass;
import java.util.Arrays;

/**
 * Collects strands and turns them into triangles: flat ribbons towards the camera that rise narrow and end in a point. Of a vertex, {@code rest}
 * holds how far it lies from root (0) to tip (1), its side (half the width at the root, mm, either sign), and the strand's own shade
 * (0 to 1).
 */
final class Ribbons {
    private final HeadFrame frame;
    private final Cover cover;
    private final double[] eye;
    private final Detail detail;
    private double[] positions = new double[1 << 16];
    private float[] normals = new float[1 << 16];
    private float[] rest = new float[1 << 16];
    private float[] occlusion = new float[1 << 15];
    private int[] triangles = new int[1 << 17];
    private byte[] classes = new byte[1 << 15];
    private final double[] place = new double[3];
    private final Casters casting = new Casters();
    private int firstCaster;
    private int vertexCount;
    private int triangleCount;

    /**
     * @param cover what lies on the hair of the scalp and on beards
     * @param eye the camera's place in the head frame, mm
     */
    Ribbons(HeadFrame frame, Cover cover, double[] eye, Detail detail) {
        this.frame = frame;
        this.cover = cover;
        this.eye = eye;
        this.detail = detail;
    }

    /** How finely hair is made. */
    Detail detail() {
        return detail;
    }

    /** The camera's place in the head frame, mm. */
    double[] eye() {
        return eye;
    }

    /**
     * One strand.
     *
     * @param points its points from root to tip, head frame, mm, 3 a point; what lies on the hair moves them
     * @param count how many points
     * @param open ambient visibility at the root and at the tip, 0 to 1
     */
    void add(double[] points, int count, Look look, double[] open) {
        add(points, count, look, open, 0, count - 1);
    }

    /** The same, of which only the piece between the points {@code first} and {@code last} is drawn. */
    void add(double[] points, int count, Look look, double[] open, int first, int last) {
        reserve(2 * count, 2 * count);
        double[] tangent = new double[3];
        double[] view = new double[3];
        double[] side = new double[3];
        double[] normal = new double[3];
        boolean beard = look.kind == SegmentationClass.FACIAL_HAIR.code();
        boolean[] hidden = beard || look.kind == SegmentationClass.HAIR.code() ? hidden(points, first, last) : null;
        boolean joined = false;
        for (int i = first; i <= last; i++) {
            // Strands are drawn a piece into what hides them, so that they come out from under it.
            if (hidden != null && hidden[i] && (i == first || hidden[i - 1]) && (i == last || hidden[i + 1])) {
                joined = false;
                continue;
            }
            int here = 3 * i;
            int before = 3 * Math.max(0, i - 1);
            int after = 3 * Math.min(count - 1, i + 1);
            for (int k = 0; k < 3; k++) {
                tangent[k] = points[after + k] - points[before + k];
                view[k] = eye[k] - points[here + k];
                normal[k] = points[here + k] - HeadShell.CENTER[k];
            }
            // Below the skull hair hangs as about a pillar.
            normal[1] = Math.max(normal[1], 0.2 * normal[1]);
            Vectors.normalize(view);
            Vectors.normalize(normal);
            Vectors.cross(tangent, view, side);
            Vectors.normalize(side);
            // Outwards from the head, square to the strand, leaning to the viewer.
            double along = Vectors.dot(normal, tangent) / Math.max(1e-12, Vectors.dot(tangent, tangent));
            for (int k = 0; k < 3; k++) {
                normal[k] += 0.25 * view[k] - along * tangent[k];
            }
            Vectors.normalize(normal);
            double t = i / (double) (count - 1);
            boolean point = i == count - 1 && look.width < 2;
            double half = point ? 0 : 0.5 * look.width * (1 - look.taper * t * t);
            if (i == 0 && count > 2) {
                half *= 0.45;
            }
            if (hidden != null && hidden[i]) {
                // Under a hat a lock lies flat; what is wide would stick out of it.
                half = Math.min(half, 1);
            }
            float light = (float) (open[0] + (open[1] - open[0]) * t);
            for (int s = -1; s <= 1; s += 2) {
                for (int k = 0; k < 3; k++) {
                    place[k] = points[here + k] + s * half * side[k];
                }
                place(place, normal, t, s * 0.5 * look.width, look.shade, light);
            }
            if (joined) {
                int v = vertexCount - 4;
                triangle(v, v + 1, v + 2, look.kind);
                triangle(v + 1, v + 3, v + 2, look.kind);
            }
            joined = true;
        }
    }

    /** Which points something lies on; null where nothing does. */
    private boolean[] hidden(double[] points, int first, int last) {
        if (cover == Cover.NONE) {
            return null;
        }
        boolean[] hidden = new boolean[last + 1];
        for (int i = first; i <= last; i++) {
            hidden[i] = cover.press(points, 3 * i);
        }
        return hidden;
    }

    /**
     * How a strand looks.
     *
     * @param kind segmentation code
     * @param width at the root, mm
     * @param taper share of the width that is lost towards the tip, 0 to 1
     * @param shade the strand's own shade, 0 dark to 1 light; 2 more for a grey hair
     */
    record Look(byte kind, double width, double taper, double shade) {}

    private void place(double[] p, double[] normal, double along, double side, double shade, float light) {
        positions[3 * vertexCount] = frame.worldX(p);
        positions[3 * vertexCount + 1] = frame.worldY(p);
        positions[3 * vertexCount + 2] = frame.worldZ(p);
        double[] m = frame.headToWorld();
        for (int k = 0; k < 3; k++) {
            normals[3 * vertexCount + k] =
                    (float) (m[4 * k] * normal[0] + m[4 * k + 1] * normal[1] + m[4 * k + 2] * normal[2]);
        }
        rest[3 * vertexCount] = (float) along;
        rest[3 * vertexCount + 1] = (float) side;
        rest[3 * vertexCount + 2] = (float) shade;
        occlusion[vertexCount++] = light;
    }

    /**
     * A strand that only casts a shadow: a strip that lies on the head, the same for every camera.
     *
     * @param width mm
     */
    void cast(double[] points, int count, double width) {
        for (int i = 0; i < count && cover != Cover.NONE; i++) {
            cover.press(points, 3 * i);
        }
        casting.add(points, count, width);
    }

    /** What is added from here on casts shadows as well, with all that {@link #cast} was told. */
    void beginCasters() {
        firstCaster = triangleCount;
    }

    /** How many vertices there are. */
    int vertexCount() {
        return vertexCount;
    }

    /** Moves a point of the scalp's hair to where what lies on it leaves room. */
    void press(double[] p) {
        cover.press(p, 0);
    }

    /** A vertex of a surface that is no ribbon. */
    void vertex(double[] p, double[] normal, double[] pattern, double open) {
        reserve(1, 0);
        place(p, normal, pattern[0], pattern[1], pattern[2], (float) open);
    }

    /** A triangle of such vertices. */
    void triangle(int a, int b, int c, byte kind) {
        reserve(0, 1);
        triangles[3 * triangleCount] = a;
        triangles[3 * triangleCount + 1] = b;
        triangles[3 * triangleCount + 2] = c;
        classes[triangleCount++] = kind;
    }

    private void reserve(int moreVertices, int moreTriangles) {
        while (vertexCount + moreVertices > occlusion.length) {
            occlusion = Arrays.copyOf(occlusion, 2 * occlusion.length);
        }
        int needed = 3 * occlusion.length;
        if (positions.length < needed) {
            positions = Arrays.copyOf(positions, needed);
            normals = Arrays.copyOf(normals, needed);
            rest = Arrays.copyOf(rest, needed);
        }
        while (triangleCount + moreTriangles > classes.length) {
            classes = Arrays.copyOf(classes, 2 * classes.length);
        }
        if (triangles.length < 3 * classes.length) {
            triangles = Arrays.copyOf(triangles, 3 * classes.length);
        }
    }

    /** All of it. */
    Strands strands() {
        int shown = triangleCount;
        casting.addTo(this, (byte) SegmentationClass.HAIR.code());
        return new Strands(mesh(), shown, firstCaster, triangleCount);
    }

    private Mesh mesh() {
        Topology topology = new Topology(
                Arrays.copyOf(triangles, 3 * triangleCount),
                Arrays.copyOf(classes, triangleCount),
                new float[2 * vertexCount],
                Arrays.copyOf(rest, 3 * vertexCount),
                Arrays.copyOf(occlusion, vertexCount));
        return new Mesh(topology, Arrays.copyOf(positions, 3 * vertexCount), Arrays.copyOf(normals, 3 * vertexCount));
    }
}
