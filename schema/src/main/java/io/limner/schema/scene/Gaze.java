package io.limner.schema.scene;

/**
 * Where both eyes look, relative to the head, in degrees.
 *
 * @param yaw positive looks to the subject's own left, -35 to 35
 * @param pitch positive looks down, -25 to 25
 */
public record Gaze(double yaw, double pitch) {
    public Gaze {
        Range.check("gaze.yaw", yaw, -35, 35);
        Range.check("gaze.pitch", pitch, -25, 25);
    }
}
