package io.limner.renderer.label;

import io.limner.renderer.head.Face;
import io.limner.renderer.head.Lens;
import io.limner.renderer.head.Mesh;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.List;

/**
 * Straight lines from the lens, to landmarks or through pixels, and what they meet on their way: every triangle of the face in double precision.
 * No pixels enter, so that the answer depends neither on the device nor on the size of the picture, but for hair, of
 * which a coarse picture has fewer strands.
 *
 * <p>Triangles and lines meet on the plane at depth 1, where a line is a point; a grid over the lines passes by the many triangles
 * that no line comes near.
 */
final class LinesOfSight {
    /** Cells along a side of the grid: the bits of a long. */
    private static final int CELLS = 64;

    private final CameraModel camera;
    private final double[] eye;
    private final List<Line> lines = new ArrayList<>();
    private final Line[] cells = new Line[CELLS * CELLS];
    /** Of each row of cells a bit a column: whether a line is there. */
    private final long[] taken = new long[CELLS];

    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;
    private double perX;
    private double perY;

    LinesOfSight(CameraModel camera) {
        this.camera = camera;
        this.eye = camera.position();
    }

    /** A line. */
    static final class Line {
        private final Ground ground;
        private final double x;
        private final double y;
        private final double depth;
        private double nearest = Double.POSITIVE_INFINITY;
        private int cover = SegmentationClass.BACKGROUND.code();
        private Line next;

        private Line(Ground ground, double x, double y, double depth) {
            this.ground = ground;
            this.x = x;
            this.y = y;
            this.depth = depth;
        }

        /** Class code of the nearest surface that hides the end of the line; that of the background if none does. */
        int cover() {
            return cover;
        }

        private boolean hides(double at, int kind) {
            return at < nearest && depth - at > ground.allowance(kind);
        }

        private void cover(double at, int kind) {
            nearest = at;
            cover = kind;
        }
    }

    /** Adds the line to a landmark at a world point that lies before the lens. */
    Line to(double x, double y, double z, Ground ground) {
        double[] c = new double[3];
        camera.toCamera(x, y, z, c);
        return add(new Line(ground, c[0] / c[2], c[1] / c[2], c[2]));
    }

    /** Adds the line through a place in the picture, pixel coordinates, which ends nowhere: all surfaces hide its end. */
    Line through(double u, double v) {
        CameraModel.Intrinsics k = camera.intrinsics();
        double[] at = camera.lens().undistort((u - k.cx()) / k.fx(), (v - k.cy()) / k.fy());
        return add(new Line(Ground.SKIN, at[0], at[1], Double.POSITIVE_INFINITY));
    }

    /** Where a line meets what covers it, in the world, mm. */
    double[] end(Line line) {
        double[] m = camera.worldToCamera();
        double[] end = new double[3];
        for (int k = 0; k < 3; k++) {
            end[k] = eye[k] + line.nearest * (m[8 + k] + line.x * m[k] + line.y * m[4 + k]);
        }
        return end;
    }

    private Line add(Line line) {
        lines.add(line);
        left = Math.min(left, line.x);
        right = Math.max(right, line.x);
        top = Math.min(top, line.y);
        bottom = Math.max(bottom, line.y);
        return line;
    }

    /** Finds what is on the lines. */
    void search(Face face) {
        perX = CELLS / Math.max(right - left, 1e-9);
        perY = CELLS / Math.max(bottom - top, 1e-9);
        for (Line line : lines) {
            int row = row(line.y);
            int column = column(line.x);
            line.next = cells[CELLS * row + column];
            cells[CELLS * row + column] = line;
            taken[row] |= 1L << column;
        }
        search(face.head(), face.head().topology().triangleCount(), null);
        search(face.worn().mesh(), face.worn().shown(), null);
        search(
                face.strands().mesh(),
                face.strands().shown(),
                new HairGaps(face.strands(), camera.intrinsics().fx()));
        if (face.scene().wear().glasses().labelled()) {
            face.worn().lenses().forEach(this::lens);
        }
    }

    private int column(double x) {
        return Math.max(0, Math.min(CELLS - 1, (int) ((x - left) * perX)));
    }

    private int row(double y) {
        return Math.max(0, Math.min(CELLS - 1, (int) ((y - top) * perY)));
    }

    /** @param gaps of strands, which are seen from either side; null for closed surfaces, which only their outside shows */
    private void search(Mesh mesh, int count, HairGaps gaps) {
        double[] seen = seen(mesh.positions());
        int[] t = mesh.topology().triangles();
        byte[] classes = mesh.topology().classes();
        for (int i = 0; i < count; i++) {
            int a = 3 * t[3 * i];
            int b = 3 * t[3 * i + 1];
            int c = 3 * t[3 * i + 2];
            if (gaps == null && area(seen, a, b, c) > 0) {
                continue; // it shows its inside
            }
            double least = Math.min(seen[a], Math.min(seen[b], seen[c]));
            double most = Math.max(seen[a], Math.max(seen[b], seen[c]));
            double high = Math.min(seen[a + 1], Math.min(seen[b + 1], seen[c + 1]));
            double low = Math.max(seen[a + 1], Math.max(seen[b + 1], seen[c + 1]));
            // Written so that what is not a number passes nothing.
            if (!(least <= right && most >= left && high <= bottom && low >= top)) {
                continue;
            }
            long columns = -1L << column(least) & -1L >>> (CELLS - 1 - column(most));
            int end = row(low);
            for (int y = row(high); y <= end; y++) {
                for (long near = taken[y] & columns; near != 0; near &= near - 1) {
                    Line first = cells[CELLS * y + Long.numberOfTrailingZeros(near)];
                    for (Line line = first; line != null; line = line.next) {
                        meet(line, seen, a, b, c, classes[i], gaps, i);
                    }
                }
            }
        }
    }

    /** Of each vertex the place on the plane at depth 1 and the depth, mm; not a number if it is not before the lens. */
    private double[] seen(double[] world) {
        double[] seen = new double[world.length];
        double[] c = new double[3];
        for (int v = 0; v < world.length; v += 3) {
            camera.toCamera(world[v], world[v + 1], world[v + 2], c);
            double near = c[2] > 0 ? 1 / c[2] : Double.NaN;
            seen[v] = c[0] * near;
            seen[v + 1] = c[1] * near;
            seen[v + 2] = c[2];
        }
        return seen;
    }

    private static void meet(Line line, double[] seen, int a, int b, int c, int kind, HairGaps gaps, int triangle) {
        double u = cross(seen, b, c, line);
        double v = cross(seen, c, a, line);
        double w = cross(seen, a, b, line);
        double area = u + v + w;
        boolean inside = (u <= 0 && v <= 0 && w <= 0) || (gaps != null && u >= 0 && v >= 0 && w >= 0);
        if (!inside || area == 0) {
            return;
        }
        u /= area * seen[a + 2];
        v /= area * seen[b + 2];
        w /= area * seen[c + 2];
        // 1 / depth is linear on the plane.
        double depth = 1 / (u + v + w);
        if (line.hides(depth, kind) && (gaps == null || !gaps.at(triangle, u * depth, v * depth, seen[c + 2]))) {
            line.cover(depth, kind);
        }
    }

    private static double cross(double[] seen, int p, int q, Line line) {
        return (seen[p] - line.x) * (seen[q + 1] - line.y) - (seen[p + 1] - line.y) * (seen[q] - line.x);
    }

    /** Twice the area of a triangle on the plane; y runs down: what faces the lens, counter-clockwise from outside, has a negative one. */
    private static double area(double[] seen, int a, int b, int c) {
        return (seen[b] - seen[a]) * (seen[c + 1] - seen[a + 1]) - (seen[b + 1] - seen[a + 1]) * (seen[c] - seen[a]);
    }

    /** A lens is a part of a plane. */
    private void lens(Lens lens) {
        double[] m = camera.worldToCamera();
        double[] across = lens.across();
        double[] up = lens.up();
        double[] n = {
            across[1] * up[2] - across[2] * up[1],
            across[2] * up[0] - across[0] * up[2],
            across[0] * up[1] - across[1] * up[0]
        };
        double[] away = minus(lens.center(), eye);
        for (Line line : lines) {
            double[] ray = new double[3];
            for (int k = 0; k < 3; k++) {
                ray[k] = m[8 + k] + line.x * m[k] + line.y * m[4 + k];
            }
            double depth = dot(n, away) / dot(n, ray);
            double[] q = {depth * ray[0] - away[0], depth * ray[1] - away[1], depth * ray[2] - away[2]};
            if (depth > 0
                    && line.hides(depth, SegmentationClass.GLASSES.code())
                    && lens.outline().holds(dot(q, across), dot(q, up))) {
                line.cover(depth, SegmentationClass.GLASSES.code());
            }
        }
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
