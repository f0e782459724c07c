package io.limner.schema.sample;

import io.limner.schema.label.CameraModel;
import io.limner.schema.label.Ibug68;

/**
 * The labels of one sample that are geometry. Lengths are mm; the world frame is right-handed, x to the subject's left, y up, z
 * from the subject towards the camera.
 *
 * @param landmarks the 68 iBUG points
 * @param boxes bounding boxes in pixels
 * @param camera the camera that took the picture
 * @param head the head's pose
 * @param eyes where the eyes are and look
 */
public record Labels(Landmarks landmarks, Boxes boxes, CameraModel camera, HeadLabel head, EyeLabel eyes) {

    /**
     * The 68 iBUG landmarks, jaw points fixed on the 3D head.
     *
     * @param points2d x, y in pixels, 136 values; top-left corner of the image is (0, 0)
     * @param points3d x, y, z in the world frame, mm, 204 values
     * @param visibility 0 outside the image, 1 hidden by something nearer, 2 visible; 68 values
     */
    public record Landmarks(float[] points2d, float[] points3d, byte[] visibility) {
        public Landmarks {
            checkLength("points2d", points2d.length, 2 * Ibug68.COUNT);
            checkLength("points3d", points3d.length, 3 * Ibug68.COUNT);
            checkLength("visibility", visibility.length, Ibug68.COUNT);
        }
    }

    /** Bounding box: top-left corner and size, pixels; clipped to the image. */
    public record Box(float x, float y, float width, float height) {}

    /**
     * Bounding boxes; null where nothing of it is in the image.
     *
     * @param face brows to chin and jaw line: bounds of the 68 landmarks
     * @param head bounds of all visible pixels of head, ears and hair without neck
     */
    public record Boxes(Box face, Box head) {}

    /**
     * The head's pose.
     *
     * @param headToWorld rigid transform, 4x4, row-major; the head frame has its origin midway between the eye centres, x to
     *     the subject's left, y up, z out of the face
     * @param yaw degrees, as {@link io.limner.schema.scene.Pose}
     * @param pitch degrees
     * @param roll degrees
     */
    public record HeadLabel(double[] headToWorld, double yaw, double pitch, double roll) {
        public HeadLabel {
            checkLength("headToWorld", headToWorld.length, 16);
        }
    }

    /**
     * Where the eyes are and look, world frame. Left and right are the subject's own.
     *
     * @param leftCenter centre of the left eyeball, mm, 3 values
     * @param rightCenter centre of the right eyeball, mm, 3 values
     * @param leftGaze unit vector, 3 values
     * @param rightGaze unit vector, 3 values
     */
    public record EyeLabel(double[] leftCenter, double[] rightCenter, double[] leftGaze, double[] rightGaze) {
        public EyeLabel {
            checkLength("leftCenter", leftCenter.length, 3);
            checkLength("rightCenter", rightCenter.length, 3);
            checkLength("leftGaze", leftGaze.length, 3);
            checkLength("rightGaze", rightGaze.length, 3);
        }
    }

    private static void checkLength(String name, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(name + " has " + length + " values; it must have " + expected);
        }
    }
}
