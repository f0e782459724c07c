package io.limner.renderer.pass;

import io.limner.renderer.HairGaps;
import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Lens;
import io.limner.renderer.head.Mesh;
import io.limner.schema.label.AmodalGroup;
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
     * @param rest its place at rest, as the mesh has it
     */
    record Hit(int kind, double depth, double[] normal, double[] rest) {}

    /** The nearest surface at the centre of pixel (x, y), or null. */
    Hit at(double x, double y) {
        double[] ray = ray(x, y);
        Hit best = nearest(face.head(), face.head().topology().triangleCount(), ray, true, null);
        best = nearest(face.worn().mesh(), face.worn().shown(), ray, true, best);
        best = nearest(face.strands().mesh(), face.strands().shown(), ray, false, best);
        if (face.scene().wear().glasses().labelled()) {
            for (Lens lens : face.worn().lenses()) {
                best = nearest(lens, ray, best);
            }
        }
        return best;
    }

    /** A lens is flat, with the normals of a ball of 95 mm. */
    private Hit nearest(Lens lens, double[] ray, Hit best) {
        double[] across = lens.across();
        double[] up = lens.up();
        double[] out = {
            across[1] * up[2] - across[2] * up[1],
            across[2] * up[0] - across[0] * up[2],
            across[0] * up[1] - across[1] * up[0]
        };
        double[] away = minus(lens.center(), eye);
        double depth = dot(out, away) / dot(out, ray);
        double[] q = {depth * ray[0] - away[0], depth * ray[1] - away[1], depth * ray[2] - away[2]};
        double u = dot(q, across);
        double v = dot(q, up);
        if (depth <= 0 || (best != null && best.depth <= depth) || !within(lens.outline(), u, v)) {
            return best;
        }
        double side = dot(out, ray) > 0 ? -1 : 1;
        double[] n = new double[3];
        for (int k = 0; k < 3; k++) {
            n[k] = side * out[k] + (u * across[k] + v * up[k]) / 95;
        }
        double length = Math.sqrt(dot(n, n));
        double[] seen = {dot(n, axes[0]) / length, dot(n, axes[1]) / length, dot(n, axes[2]) / length};
        return new Hit(SegmentationClass.GLASSES.code(), depth, seen, new double[3]);
    }

    /** Whether a place is inside the polygon of the outline's points. */
    private static boolean within(Lens.Outline outline, double u, double v) {
        int parts = 2000;
        boolean inside = false;
        double[] p = outline.at(0);
        for (int i = 1; i <= parts; i++) {
            double[] q = outline.at(2 * Math.PI * i / parts);
            if (p[1] > v != q[1] > v && u < p[0] + (v - p[1]) / (q[1] - p[1]) * (q[0] - p[0])) {
                inside = !inside;
            }
            p = q;
        }
        return inside;
    }

    /** The bits of all groups that the ray through the centre of pixel (x, y) meets, lenses left out. */
    int groupsAt(int x, int y) {
        double[] ray = ray(x, y);
        Mesh strands = face.strands().mesh();
        int all = strands.topology().triangleCount();
        return groups(face.head(), ray, true, 0, face.head().topology().triangleCount())
                | groups(strands, ray, false, 0, face.strands().shown())
                | groups(strands, ray, false, face.strands().firstHidden(), all)
                | groups(face.worn().mesh(), ray, true, 0, face.worn().shown());
    }

    private int groups(Mesh mesh, double[] ray, boolean oneSided, int from, int to) {
        double[] met = new double[3];
        int bits = 0;
        for (int i = 3 * from; i < 3 * to; i += 3) {
            if (meet(mesh, i, ray, oneSided, met) && (oneSided || !gap(mesh, i, met))) {
                bits |= AmodalGroup.bit(kindOf(mesh.topology().classes()[i / 3]));
            }
        }
        return bits;
    }

    /**
     * Whether the ray meets the triangle whose corners begin at index {@code i}; if so, the weights of its second and third corner and
     * the depth. Plain numbers: this is tried a quarter of a million times a pixel.
     */
    private boolean meet(Mesh mesh, int i, double[] ray, boolean oneSided, double[] met) {
        int[] t = mesh.topology().triangles();
        double[] p = mesh.positions();
        int a = 3 * t[i];
        int b = 3 * t[i + 1];
        int c = 3 * t[i + 2];
        double ax = p[a] - eye[0];
        double ay = p[a + 1] - eye[1];
        double az = p[a + 2] - eye[2];
        double ux = p[b] - p[a];
        double uy = p[b + 1] - p[a + 1];
        double uz = p[b + 2] - p[a + 2];
        double wx = p[c] - p[a];
        double wy = p[c + 1] - p[a + 1];
        double wz = p[c + 2] - p[a + 2];
        double nx = uy * wz - uz * wy;
        double ny = uz * wx - ux * wz;
        double nz = ux * wy - uy * wx;
        double facing = nx * ray[0] + ny * ray[1] + nz * ray[2];
        if (facing == 0 || (oneSided && facing > 0)) {
            return false;
        }
        double depth = (nx * ax + ny * ay + nz * az) / facing;
        if (depth <= 0) {
            return false;
        }
        double qx = ray[0] * depth - ax;
        double qy = ray[1] * depth - ay;
        double qz = ray[2] * depth - az;
        double nn = nx * nx + ny * ny + nz * nz;
        met[0] = ((qy * wz - qz * wy) * nx + (qz * wx - qx * wz) * ny + (qx * wy - qy * wx) * nz) / nn;
        met[1] = ((uy * qz - uz * qy) * nx + (uz * qx - ux * qz) * ny + (ux * qy - uy * qx) * nz) / nn;
        met[2] = depth;
        return met[0] >= 0 && met[1] >= 0 && met[0] + met[1] <= 1;
    }

    private static SegmentationClass kindOf(int code) {
        for (SegmentationClass kind : SegmentationClass.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        throw new AssertionError("no class has the code " + code);
    }

    private double[] ray(double x, double y) {
        CameraModel.Intrinsics k = camera.intrinsics();
        double[] c = camera.lens().undistort((x + 0.5 - k.cx()) / k.fx(), (y + 0.5 - k.cy()) / k.fy());
        double[] ray = new double[3];
        for (int i = 0; i < 3; i++) {
            ray[i] = axes[2][i] + c[0] * axes[0][i] + c[1] * axes[1][i];
        }
        return ray;
    }

    /** Of the first triangles, the others only cast shadow. One-sided is all but hair, which is open between its hairs. */
    private Hit nearest(Mesh mesh, int count, double[] ray, boolean oneSided, Hit best) {
        double[] met = new double[3];
        double depth = best == null ? Double.POSITIVE_INFINITY : best.depth;
        double[] weights = null;
        int triangle = -1;
        for (int i = 0; i < 3 * count; i += 3) {
            if (meet(mesh, i, ray, oneSided, met) && met[2] < depth && (oneSided || !gap(mesh, i, met))) {
                depth = met[2];
                triangle = i;
                weights = new double[] {1 - met[0] - met[1], met[0], met[1]};
            }
        }
        return triangle < 0 ? best : hit(mesh, triangle, weights, depth, ray);
    }

    private boolean gap(Mesh mesh, int i, double[] met) {
        double[] weights = {1 - met[0] - met[1], met[0], met[1]};
        return gap(i / 3, weights, point(mesh, mesh.topology().triangles()[i + 2]));
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
        double[] rest = new double[3];
        for (int corner = 0; corner < 3; corner++) {
            for (int k = 0; k < 3; k++) {
                rest[k] += weights[corner]
                        * mesh.topology().rest()[3 * mesh.topology().triangles()[i + corner] + k];
            }
        }
        return new Hit(kind, depth, seen, rest);
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
}
