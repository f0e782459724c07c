package io.limner.renderer.head;

import io.limner.schema.label.SegmentationClass;
import java.util.stream.IntStream;

/**
 * For each point of the jaw line, points on the skin from there over the cheek or chin towards the middle of the face: where the edge
 * of a turned face can lie. An arc lies in the plane through the jaw point, the axis of the head and the direction of the face; down
 * to the mouth the plane is level, from there on all planes meet at the mouth.
 */
final class JawArcs {
    /** Points of an arc, the jaw point's own place first. */
    static final int POINTS = 33;

    private static final int JAW = 17;
    private static final int CHIN = 8;

    /** Below this height the arcs fan out, mm from the eyes. */
    private static final double MOUTH = -66;

    /** Depth of the head's axis, mm from the eyes. */
    private static final double AXIS = -60;

    /** No arc comes nearer to the middle of the face than this, degrees about the axis. */
    private static final double NARROWEST = 20;

    /** How far from a plane a triangle that meets it may seem to lie, by rounding, mm. */
    private static final double SLACK = 1e-6;

    private JawArcs() {}

    /**
     * The arcs of a neutral head, {@link #POINTS} points each.
     *
     * @param jaw the 17 points of the jaw line, which begin the arcs
     */
    static SurfacePoints on(Topology topology, SurfacePoints jaw) {
        double[] rest = new double[topology.rest().length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = topology.rest()[i];
        }
        double[] starts = jaw.at(topology.triangles(), rest);
        SurfacePoints arcs = new SurfacePoints(new int[JAW * POINTS], new double[3 * JAW * POINTS]);
        for (int i = 0; i < JAW; i++) {
            arcs.triangles()[i * POINTS] = jaw.triangles()[i];
            System.arraycopy(jaw.weights(), 3 * i, arcs.weights(), 3 * i * POINTS, 3);
            arc(topology, rest, new double[] {starts[3 * i], starts[3 * i + 1], starts[3 * i + 2]}, i, arcs);
        }
        return arcs;
    }

    private static void arc(Topology topology, double[] rest, double[] start, int i, SurfacePoints arcs) {
        double[] axis = {0, Math.max(start[1], MOUTH), AXIS};
        double dx = start[0] - axis[0];
        double dy = start[1] - axis[1];
        double dz = start[2] - axis[2];
        double aside = StrictMath.hypot(dx, dy);
        double widest = StrictMath.atan2(aside, dz);
        // Cheeks are followed far, the chin only to where the lip begins.
        double share = 0.7 - 0.45 * Math.min(1, Math.abs(i - CHIN) / 5.0);
        double narrowest = Math.max(share * widest, Math.min(widest, StrictMath.toRadians(NARROWEST)));
        int[] near = alongPlane(topology, rest, axis, dy / aside, -dx / aside);
        for (int k = 1; k < POINTS; k++) {
            double angle = widest + (narrowest - widest) * k / (POINTS - 1);
            double out = StrictMath.sin(angle) / aside;
            double[] ray = {out * dx, out * dy, StrictMath.cos(angle)};
            int at = i * POINTS + k;
            if (!farthest(topology, rest, near, axis, ray, arcs, at)) {
                arcs.triangles()[at] = arcs.triangles()[at - 1];
                System.arraycopy(arcs.weights(), 3 * (at - 1), arcs.weights(), 3 * at, 3);
            }
        }
    }

    /**
     * The skin's triangles that the plane of an arc goes through, ascending: no ray of the arc can meet another. The plane holds the
     * point {@code from} and has the unit normal (nx, ny, 0).
     */
    private static int[] alongPlane(Topology topology, double[] rest, double[] from, double nx, double ny) {
        return IntStream.range(0, topology.triangleCount())
                .filter(t -> isSkin(topology.classes()[t]))
                .filter(t -> {
                    double lowest = Double.POSITIVE_INFINITY;
                    double highest = Double.NEGATIVE_INFINITY;
                    for (int corner = 0; corner < 3; corner++) {
                        int v = 3 * topology.triangles()[3 * t + corner];
                        double off = nx * (rest[v] - from[0]) + ny * (rest[v + 1] - from[1]);
                        lowest = Math.min(lowest, off);
                        highest = Math.max(highest, off);
                    }
                    return lowest < SLACK && highest > -SLACK;
                })
                .toArray();
    }

    private static boolean isSkin(int code) {
        return code == SegmentationClass.SKIN.code() || code == SegmentationClass.NECK.code();
    }

    /** Puts point {@code at} where the ray leaves the triangles {@code near}; false if it meets none. */
    private static boolean farthest(
            Topology topology, double[] rest, int[] near, double[] from, double[] ray, SurfacePoints arcs, int at) {
        double best = 0;
        double[] w = new double[4];
        for (int t : near) {
            if (meet(topology, rest, from, ray, t, w) && w[3] > best) {
                best = w[3];
                arcs.triangles()[at] = t;
                System.arraycopy(w, 0, arcs.weights(), 3 * at, 3);
            }
        }
        return best > 0;
    }

    /** Weights and distance of where a ray meets a triangle (T. Moeller, B. Trumbore, 1997). */
    private static boolean meet(Topology topology, double[] rest, double[] from, double[] ray, int t, double[] w) {
        int a = 3 * topology.triangles()[3 * t];
        int b = 3 * topology.triangles()[3 * t + 1];
        int c = 3 * topology.triangles()[3 * t + 2];
        double[] e1 = {rest[b] - rest[a], rest[b + 1] - rest[a + 1], rest[b + 2] - rest[a + 2]};
        double[] e2 = {rest[c] - rest[a], rest[c + 1] - rest[a + 1], rest[c + 2] - rest[a + 2]};
        double[] p = cross(ray, e2);
        double determinant = dot(e1, p);
        if (Math.abs(determinant) < 1e-12) {
            return false;
        }
        double[] s = {from[0] - rest[a], from[1] - rest[a + 1], from[2] - rest[a + 2]};
        w[1] = dot(s, p) / determinant;
        double[] q = cross(s, e1);
        w[2] = dot(ray, q) / determinant;
        w[0] = 1 - w[1] - w[2];
        w[3] = dot(e2, q) / determinant;
        return w[0] >= 0 && w[1] >= 0 && w[2] >= 0;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
