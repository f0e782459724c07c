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
 * <p>Triangles and lines meet on the plane at depth 1, where a line is a point. A {@link LineGrid} passes by the many triangles
 * that no line comes near: of each vertex only its place in the grid is kept, so that what all triangles are asked costs little.
 */
final class LinesOfSight {
    private final CameraModel camera;
    private final double[] eye;
    private final List<Line> lines = new ArrayList<>();

    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

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

        private Line(Ground ground, double x, double y, double depth) {
            this.ground = ground;
            this.x = x;
            this.y = y;
            this.depth = depth;
        }

        /** Where it crosses the plane at depth 1. */
        double x() {
            return x;
        }

        /** Downwards. */
        double y() {
            return y;
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
        LineGrid grid = new LineGrid(lines, new double[] {left, top, right, bottom});
        search(grid, face.head(), face.head().topology().triangleCount(), null);
        search(grid, face.worn().mesh(), face.worn().shown(), null);
        search(
                grid,
                face.strands().mesh(),
                face.strands().shown(),
                new HairGaps(face.strands(), camera.intrinsics().fx()));
        if (face.scene().wear().glasses().labelled()) {
            face.worn().lenses().forEach(this::lens);
        }
    }

    /** @param gaps of strands, which are seen from either side; null for closed surfaces, which only their outside shows */
    private void search(LineGrid grid, Mesh mesh, int count, HairGaps gaps) {
        int[] at = places(grid, mesh.positions());
        int[] t = mesh.topology().triangles();
        int[] near = new int[count];
        int found = near(grid, at, t, near);
        Line[] within = new Line[lines.size()];
        double[] seen = new double[9];
        for (int k = 0; k < found; k++) {
            int i = near[k];
            int few = grid.within(at[t[3 * i]], at[t[3 * i + 1]], at[t[3 * i + 2]], within);
            if (few > 0 && place(mesh.positions(), t, i, seen) && (gaps != null || !(area(seen) > 0))) {
                for (int line = 0; line < few; line++) {
                    meet(within[line], seen, mesh.topology().classes()[i], gaps, i);
                }
            }
        }
    }

    /** The place of each vertex in the grid. */
    private int[] places(LineGrid grid, double[] world) {
        int[] at = new int[world.length / 3];
        double[] c = new double[3];
        for (int v = 0; v < at.length; v++) {
            camera.toCamera(world[3 * v], world[3 * v + 1], world[3 * v + 2], c);
            double near = 1 / c[2];
            at[v] = grid.place(c[0] * near, c[1] * near);
        }
        return at;
    }

    /**
     * Finds the triangles that a line may meet. Nothing branches on what it finds, which no processor could guess.
     *
     * @param near as long as there are triangles; gets their numbers
     * @return how many there are
     */
    private static int near(LineGrid grid, int[] at, int[] t, int[] near) {
        int found = 0;
        for (int i = 0; i < near.length; i++) {
            near[found] = i;
            found += Math.min(1, grid.near(at[t[3 * i]], at[t[3 * i + 1]], at[t[3 * i + 2]]));
        }
        return found;
    }

    /**
     * Puts a triangle on the plane: of each corner the place at depth 1 and the depth, mm.
     *
     * @return whether all of it is before the lens and some of it within the bounds of the lines
     */
    private boolean place(double[] world, int[] triangles, int triangle, double[] seen) {
        double[] c = new double[3];
        for (int i = 0; i < 3; i++) {
            int v = 3 * triangles[3 * triangle + i];
            camera.toCamera(world[v], world[v + 1], world[v + 2], c);
            double near = c[2] > 0 ? 1 / c[2] : Double.NaN;
            seen[3 * i] = c[0] * near;
            seen[3 * i + 1] = c[1] * near;
            seen[3 * i + 2] = c[2];
        }
        double least = Math.min(seen[0], Math.min(seen[3], seen[6]));
        double most = Math.max(seen[0], Math.max(seen[3], seen[6]));
        double high = Math.min(seen[1], Math.min(seen[4], seen[7]));
        double low = Math.max(seen[1], Math.max(seen[4], seen[7]));
        // Written so that what is not a number passes nothing.
        return least <= right && most >= left && high <= bottom && low >= top;
    }

    private static void meet(Line line, double[] seen, int kind, HairGaps gaps, int triangle) {
        double u = cross(seen, 3, 6, line);
        double v = cross(seen, 6, 0, line);
        double w = cross(seen, 0, 3, line);
        double area = u + v + w;
        boolean inside = (u <= 0 && v <= 0 && w <= 0) || (gaps != null && u >= 0 && v >= 0 && w >= 0);
        if (!inside || area == 0) {
            return;
        }
        u /= area * seen[2];
        v /= area * seen[5];
        w /= area * seen[8];
        // 1 / depth is linear on the plane.
        double depth = 1 / (u + v + w);
        if (line.hides(depth, kind) && (gaps == null || !gaps.at(triangle, u * depth, v * depth, seen[8]))) {
            line.cover(depth, kind);
        }
    }

    private static double cross(double[] seen, int p, int q, Line line) {
        return (seen[p] - line.x) * (seen[q + 1] - line.y) - (seen[p + 1] - line.y) * (seen[q] - line.x);
    }

    /** Twice the area of a triangle on the plane; y runs down: what faces the lens, counter-clockwise from outside, has a negative one. */
    private static double area(double[] seen) {
        return (seen[3] - seen[0]) * (seen[7] - seen[1]) - (seen[4] - seen[1]) * (seen[6] - seen[0]);
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
