package io.limner.renderer.label;

import io.limner.schema.sample.Labels.HeadLabel;

/** Head angles from a rotation matrix. */
final class HeadPoses {
    private HeadPoses() {}

    /**
     * Undoes R = Ry(yaw) Rx(pitch) Rz(roll) of {@link io.limner.schema.scene.Pose}: multiplied out, the third column is (sin yaw cos
     * pitch, -sin pitch, cos yaw cos pitch) and the second row is (cos pitch sin roll, cos pitch cos roll, -sin pitch). Well defined
     * while |pitch| is below 90 degrees.
     *
     * @param headToWorld 4x4, row-major, rigid
     * @param movements of the face, passed on
     */
    static HeadLabel of(double[] headToWorld, double[] movements) {
        double[] m = headToWorld;
        double cosPitch = StrictMath.hypot(m[4], m[5]);
        return new HeadLabel(
                headToWorld.clone(),
                degrees(StrictMath.atan2(m[2], m[10])),
                degrees(StrictMath.atan2(-m[6], cosPitch)),
                degrees(StrictMath.atan2(m[4], m[5])),
                movements.clone());
    }

    private static double degrees(double radians) {
        return StrictMath.toDegrees(radians);
    }
}
