package io.limner.renderer.label;

import io.limner.renderer.head.Anchors;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.Ibug68;

/**
 * The jaw line as an annotator draws it on a turned head: along the edge of the face that the picture shows. Each of the 17 points
 * moves along its own arc of skin, from its fixed place towards the middle of the face, to where the arc reaches farthest out.
 *
 * <p>Out is the direction from the middle of the face in the picture: with the head's up direction there as one axis, that of the
 * fixed point from the arc's middle, in the proportions of the upright head.
 */
final class JawContour {
    private static final int JAW = Ibug68.Group.JAW.count();

    private JawContour() {}

    /** The 17 points, world frame, mm, 3 values each. */
    static double[] of(Anchors anchors, CameraModel camera) {
        double[] arcs = anchors.points().jawArcs();
        int count = arcs.length / (3 * JAW);
        double[] out = new double[3 * JAW];
        ProjectedLandmarks seen = ProjectedLandmarks.of(arcs, camera);
        double[] up = up(anchors, camera);
        for (int i = 0; i < JAW; i++) {
            double[] away = away(i);
            // The picture's y runs down; (-up[1], up[0]) is the subject's left.
            double x = -away[0] * up[1] + away[1] * up[0];
            double y = away[0] * up[0] + away[1] * up[1];
            int best = i * count;
            double farthest = Double.NEGATIVE_INFINITY;
            for (int k = i * count; k < (i + 1) * count; k++) {
                double far = seen.pixels()[2 * k] * x + seen.pixels()[2 * k + 1] * y;
                if (far > farthest) {
                    farthest = far;
                    best = k;
                }
            }
            System.arraycopy(arcs, 3 * best, out, 3 * i, 3);
        }
        return out;
    }

    /** Out, for point i: (to the subject's left, up), unit. Level down to the mouth, then fanning out to the chin. */
    private static double[] away(int i) {
        int fromChin = i - JAW / 2;
        double angle = StrictMath.toRadians(Math.max(-90, Math.min(90, 22.5 * fromChin)));
        return new double[] {StrictMath.sin(angle), -StrictMath.cos(angle)};
    }

    /** Where the head's up axis points in the picture, unit. */
    private static double[] up(Anchors anchors, CameraModel camera) {
        double[] h = anchors.headToWorld();
        double[] m = camera.worldToCamera();
        double[] axis = new double[3];
        for (int i = 0; i < 3; i++) {
            axis[i] = m[4 * i] * h[1] + m[4 * i + 1] * h[5] + m[4 * i + 2] * h[9];
        }
        double length = StrictMath.hypot(axis[0], axis[1]);
        // A head seen from straight above has no up.
        return length < 1e-9 ? new double[] {0, -1} : new double[] {axis[0] / length, axis[1] / length};
    }
}
