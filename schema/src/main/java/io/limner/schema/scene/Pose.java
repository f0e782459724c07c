package io.limner.schema.scene;

/**
 * Turn of the head about the neck, in degrees, applied in the order roll, then pitch, then yaw about the axes of the upright
 * body (rotation matrix = Ry(yaw) Rx(pitch) Rz(roll)).
 *
 * @param yaw positive turns the face to the subject's own left, -90 to 90
 * @param pitch positive looks down, -60 to 60
 * @param roll positive tips the top of the head to the subject's own right, -60 to 60
 */
public record Pose(double yaw, double pitch, double roll) {
    public Pose {
        Range.check("head.yaw", yaw, -90, 90);
        Range.check("head.pitch", pitch, -60, 60);
        Range.check("head.roll", roll, -60, 60);
    }
}
