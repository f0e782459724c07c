package io.limner.renderer.pass;

import io.limner.renderer.HairGaps;
import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Mesh;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;

/** What a pixel's centre shows, found by trying every triangle in double precision: slow, and shares no code with the shaders. */
final class RayCaster {
    private static final double IRIS_RADIUS = 0.492;

    private final Face face;
    private final double[] eye;
    private final double[][] axes;
    private final CameraModel camera;

    RayCaster(Face face, CameraModel camera) {
        this.face = face;
        this.camera = camera;
        this.eye = camera.position();
        double[] m = camera.worldToCamera();
        this.axes = new double[][] {{m[0], m[1], m[2]}, {m[4], m[5], m[6]}, {m[8], m[9], m[10]}};
    }

    /**
     * A surface seen through a pixel's centre.
     *
     * @param depth mm along the optical axis
     * @param normal camera space, unit
     */
    record Hit(int kind, double depth, double[] normal) {}

    /** The nearest surface at the centre of pixel (x, y), or null. */
    Hit at(int x, int y) {
        CameraModel.Intrinsics k = camera.intrinsics();
        double[] c = camera.lens().undistort((x + 0.5 - k.cx()) / k.fx(), (y + 0.5 - k.cy()) / k.fy());
        double[] ray = new double[3];
        for (int i = 0; i < 3; i++) {
            ray[i] = axes[2][i] + c[0] * axes[0][i] + c[1] * axes[1][i];
        }
        Hit head = nearest(face.head(), ray, true, null);
        return nearest(face.strands().mesh(), ray, false, nearest(face.worn().mesh(), ray, true, head));
    }

    private Hit nearest(Mesh mesh, double[] ray, boolean oneSided, Hit best) {
        int[] t = mesh.topology().triangles();
        // One-sided is all but hair, of which some triangles only cast shadows, and which is open between its hairs.
        int end = oneSided ? t.length : 3 * face.strands().shown();
        Hit nearest = best;
        for (int i = 0; i < end; i += 3) {
            double[] a = point(mesh, t[i]);
            double[] e1 = minus(point(mesh, t[i + 1]), a);
            double[] e2 = minus(point(mesh, t[i + 2]), a);
            double[] n = cross(e1, e2);
            double facing = dot(n, ray);
            if (facing == 0 || (oneSided && facing > 0)) {
                continue;
            }
            double depth = dot(n, a) / facing;
            if (depth <= 0 || (nearest != null && depth >= nearest.depth)) {
                continue;
            }
            double[] q = {ray[0] * depth - a[0], ray[1] * depth - a[1], ray[2] * depth - a[2]};
            double nn = dot(n, n);
            double v = dot(cross(q, e2), n) / nn;
            double w = dot(cross(e1, q), n) / nn;
            double[] weights = {1 - v - w, v, w};
            if (v >= 0 && w >= 0 && v + w <= 1 && (oneSided || !gap(i / 3, weights, point(mesh, t[i + 2])))) {
                nearest = hit(mesh, i, weights, depth, ray);
            }
        }
        return nearest;
    }

    private boolean gap(int triangle, double[] weights, double[] last) {
        return HairGaps.open(
                face.strands(),
                triangle,
                weights,
                dot(last, axes[2]),
                camera.intrinsics().fx());
    }

    private Hit hit(Mesh mesh, int i, double[] weights, double depth, double[] ray) {
        double[] normal = new double[3];
        for (int corner = 0; corner < 3; corner++) {
            int v = mesh.topology().triangles()[i + corner];
            for (int k = 0; k < 3; k++) {
                normal[k] += weights[corner] * mesh.normals()[3 * v + k];
            }
        }
        double length = Math.sqrt(dot(normal, normal));
        // What is seen faces the viewer: an interpolated normal that turns away is bent back until its cosine is 0.02.
        double far = Math.sqrt(dot(ray, ray));
        double bend = Math.max(0, 0.02 + dot(normal, ray) / (length * far));
        double[] bent = new double[3];
        for (int k = 0; k < 3; k++) {
            bent[k] = normal[k] / length - bend * ray[k] / far;
        }
        double size = Math.sqrt(dot(bent, bent));
        double[] seen = {dot(bent, axes[0]) / size, dot(bent, axes[1]) / size, dot(bent, axes[2]) / size};
        int kind = mesh.topology().classes()[i / 3];
        if (kind == SegmentationClass.EYE_WHITE.code()) {
            double[] p = {ray[0] * depth + eye[0], ray[1] * depth + eye[1], ray[2] * depth + eye[2]};
            kind = iris(face.anchors().leftEye(), p, normal, length)
                            || iris(face.anchors().rightEye(), p, normal, length)
                    ? SegmentationClass.IRIS.code()
                    : kind;
        }
        return new Hit(kind, depth, seen);
    }

    private static boolean iris(Anchors.Eye eye, double[] p, double[] normal, double length) {
        double[] out = minus(p, eye.center());
        boolean on = Math.sqrt(dot(out, out)) < 1.5 * eye.radius();
        return on && dot(normal, eye.gaze()) / length > Math.cos(IRIS_RADIUS);
    }

    private double[] point(Mesh mesh, int v) {
        double[] p = mesh.positions();
        return new double[] {p[3 * v] - eye[0], p[3 * v + 1] - eye[1], p[3 * v + 2] - eye[2]};
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
