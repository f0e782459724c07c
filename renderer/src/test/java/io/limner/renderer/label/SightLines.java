package io.limner.renderer.label;

import io.limner.renderer.HairGaps;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Lens;
import io.limner.renderer.head.Mesh;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What stands between a camera and points of a face: every triangle, as the lens puts it on the picture, tried against the points'
 * pixels in double precision.
 */
final class SightLines {
    private final Face face;
    private final CameraModel camera;
    /** Lines by the column of pixels that they go through. */
    private final List<List<Line>> columns = new ArrayList<>();

    SightLines(Face face, CameraModel camera) {
        this.face = face;
        this.camera = camera;
        for (int x = 0; x < camera.width(); x++) {
            columns.add(new ArrayList<>());
        }
    }

    /** A line from the camera to a point that a place on the picture shows, and the nearest surface that hides the point. */
    static final class Line {
        private final double x;
        private final double y;
        private final double end;
        private final IntToDoubleFunction allowance;
        private double depth = Double.POSITIVE_INFINITY;
        private int kind;

        Line(double x, double y, double end, IntToDoubleFunction allowance) {
            this.x = x;
            this.y = y;
            this.end = end;
            this.allowance = allowance;
        }

        /** Whether anything hides the point. */
        boolean hidden() {
            return depth < end;
        }

        /** Of the nearest surface that hides it, mm along the optical axis; infinite where there is none. */
        double depth() {
            return depth;
        }

        /** By how much what hides it is nearer, mm. */
        double before() {
            return end - depth;
        }

        /** Segmentation code of what hides it. */
        int kind() {
            return kind;
        }
    }

    /**
     * Adds a line.
     *
     * @param x pixel coordinates, in the picture
     * @param y pixel coordinates
     * @param depth of the point, mm along the optical axis
     * @param allowance by how much a surface of a class must be nearer to hide it, mm
     */
    Line through(double x, double y, double depth, IntToDoubleFunction allowance) {
        Line line = new Line(x, y, depth, allowance);
        columns.get(Math.max(0, Math.min(camera.width() - 1, (int) x))).add(line);
        return line;
    }

    /** Adds a line without an end. */
    Line through(double x, double y) {
        return through(x, y, Double.POSITIVE_INFINITY, kind -> 0);
    }

    /** Finds the nearest surfaces of all lines. */
    void search() {
        search(face.head(), true);
        search(face.strands().mesh(), false);
        search(face.worn().mesh(), true);
        if (face.scene().wear().glasses().labelled()) {
            face.worn().lenses().forEach(this::fan);
        }
    }

    /** A dark lens as a fan of triangles from its centre to its outline. */
    private void fan(Lens lens) {
        int parts = 2000;
        double[] seen = new double[3 * (parts + 2)];
        for (int i = 0; i <= parts + 1; i++) {
            double[] uv = i == 0 ? new double[2] : lens.outline().at(2 * Math.PI * i / parts);
            double[] p = new double[3];
            for (int k = 0; k < 3; k++) {
                p[k] = lens.center()[k] + uv[0] * lens.across()[k] + uv[1] * lens.up()[k];
            }
            double[] c = new double[3];
            camera.toCamera(p[0], p[1], p[2], c);
            System.arraycopy(camera.pixel(c), 0, seen, 3 * i, 2);
            seen[3 * i + 2] = c[2];
        }
        for (int i = 1; i <= parts; i++) {
            meet(new Corners(seen, 0, 3 * i, 3 * i + 3), SegmentationClass.GLASSES.code(), -1);
        }
    }

    private void search(Mesh mesh, boolean oneSided) {
        int vertices = mesh.topology().vertexCount();
        double[] seen = new double[3 * vertices];
        double[] c = new double[3];
        for (int v = 0; v < vertices; v++) {
            double[] p = mesh.positions();
            camera.toCamera(p[3 * v], p[3 * v + 1], p[3 * v + 2], c);
            System.arraycopy(camera.pixel(c), 0, seen, 3 * v, 2);
            seen[3 * v + 2] = c[2];
        }
        int[] t = mesh.topology().triangles();
        // One-sided is all but hair, of which some triangles only cast shadows, and which is open between its hairs.
        int end = oneSided ? t.length : 3 * face.strands().shown();
        for (int i = 0; i < end; i += 3) {
            Corners corners = new Corners(seen, 3 * t[i], 3 * t[i + 1], 3 * t[i + 2]);
            // Rows run downwards: what faces the camera, counter-clockwise from outside, has a negative area here.
            if (corners.area() != 0 && !(oneSided && corners.area() > 0)) {
                meet(corners, mesh.topology().classes()[i / 3], oneSided ? -1 : i / 3);
            }
        }
    }

    /** @param strand number of a strand's triangle, -1 for others */
    private void meet(Corners corners, int kind, int strand) {
        double left = corners.least(0);
        double right = corners.most(0);
        int last = (int) Math.min(camera.width() - 1, right);
        for (int column = (int) Math.max(0, left); column <= last; column++) {
            for (Line line : columns.get(column)) {
                double depth = corners.depth(line.x, line.y);
                boolean hides = depth < line.depth && line.end - depth > line.allowance.applyAsDouble(kind);
                if (hides && (strand < 0 || !gap(strand, corners, line, depth))) {
                    line.depth = depth;
                    line.kind = kind;
                }
            }
        }
    }

    private boolean gap(int strand, Corners corners, Line line, double depth) {
        double[] weights = corners.weights(line.x, line.y, depth);
        double last = corners.seen[corners.c + 2];
        return HairGaps.open(
                face.strands(), strand, weights, last, camera.intrinsics().fx());
    }

    /** Three corners on the picture, as places in {@code seen}: x, y, depth. */
    private record Corners(double[] seen, int a, int b, int c) {
        double area() {
            return cross(b, c, seen[a], seen[a + 1]);
        }

        double least(int axis) {
            return Math.min(seen[a + axis], Math.min(seen[b + axis], seen[c + axis]));
        }

        double most(int axis) {
            return Math.max(seen[a + axis], Math.max(seen[b + axis], seen[c + axis]));
        }

        /** Depth of the triangle at (x, y), infinite beside it. */
        double depth(double x, double y) {
            double area = area();
            double u = cross(b, c, x, y) / area;
            double v = cross(c, a, x, y) / area;
            double w = 1 - u - v;
            // 1 / depth is linear on the picture.
            return u < 0 || v < 0 || w < 0
                    ? Double.POSITIVE_INFINITY
                    : 1 / (u / seen[a + 2] + v / seen[b + 2] + w / seen[c + 2]);
        }

        /** Barycentric weights in space of the point at (x, y) and that depth. */
        double[] weights(double x, double y, double depth) {
            double area = area();
            double u = cross(b, c, x, y) / area * depth / seen[a + 2];
            double v = cross(c, a, x, y) / area * depth / seen[b + 2];
            return new double[] {u, v, 1 - u - v};
        }

        private double cross(int p, int q, double x, double y) {
            return (seen[p] - x) * (seen[q + 1] - y) - (seen[p + 1] - y) * (seen[q] - x);
        }
    }
}
