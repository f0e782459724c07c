package io.limner.schema.sample;

import io.limner.schema.label.CameraModel;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.Ibug68;
import io.limner.schema.scene.Blendshape;

/**
 * The labels of one sample that are geometry. Lengths are mm; the world frame is right-handed, x to the subject's left, y up, z
 * from the subject towards the camera.
 *
 * @param landmarks the 68 iBUG points and others
 * @param boxes bounding boxes in pixels
 * @param camera the camera that took the picture
 * @param head the head's pose and the face's movements
 * @param eyes where the eyes are and look
 */
public record Labels(Landmarks landmarks, Boxes boxes, CameraModel camera, HeadLabel head, EyeLabel eyes) {

    /**
     * Landmarks and what the picture shows of them.
     *
     * @param points2d x, y in pixels, 2 values a point; top-left corner of the image is (0, 0)
     * @param points3d x, y, z in the world frame, mm, 3 values a point
     * @param visibility 0 outside the image, 1 hidden by something nearer, 2 visible; 1 value a point
     * @param hiddenBy codes of {@link io.limner.schema.label.HiddenBy}, 1 value a point; null in rows of a version that did not
     *     know
     */
    public record Points(float[] points2d, float[] points3d, byte[] visibility, byte[] hiddenBy) {
        public Points {
            checkLength("points2d", points2d.length, 2 * visibility.length);
            checkLength("points3d", points3d.length, 3 * visibility.length);
            if (hiddenBy != null) {
                checkLength("hiddenBy", hiddenBy.length, visibility.length);
            }
        }

        /** How many points. */
        public int count() {
            return visibility.length;
        }
    }

    /**
     * The sets of landmarks.
     *
     * @param fixed the 68 iBUG points, those of the jaw fixed on the 3D head
     * @param jawContour the 17 points of the jaw line moved to the edge of the face that the picture shows; null in rows of a version
     *     that had none
     * @param dense the points of {@link DenseLandmarks}; null where nobody asked for them
     */
    public record Landmarks(Points fixed, Points jawContour, Points dense) {
        public Landmarks {
            checkLength("visibility", fixed.count(), Ibug68.COUNT);
            if (jawContour != null) {
                checkLength("jawContour", jawContour.count(), Ibug68.Group.JAW.count());
            }
            if (dense != null) {
                checkLength("dense", dense.count(), DenseLandmarks.COUNT);
            }
        }

        /** Only the 68 points, and not what hides them. */
        public Landmarks(float[] points2d, float[] points3d, byte[] visibility) {
            this(new Points(points2d, points3d, visibility, null), null, null);
        }

        /** Of the 68 points: x, y in pixels, 136 values. */
        public float[] points2d() {
            return fixed.points2d;
        }

        /** Of the 68 points: x, y, z in the world frame, mm, 204 values. */
        public float[] points3d() {
            return fixed.points3d;
        }

        /** Of the 68 points: 0 outside the image, 1 hidden by something nearer, 2 visible; 68 values. */
        public byte[] visibility() {
            return fixed.visibility;
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
     * What the head does.
     *
     * @param headToWorld rigid transform, 4x4, row-major; the head frame has its origin midway between the eye centres, x to
     *     the subject's left, y up, z out of the face
     * @param yaw degrees, as {@link io.limner.schema.scene.Pose}
     * @param pitch degrees
     * @param roll degrees
     * @param movements how strong each movement of the face is, in the order of {@link Blendshape}; null in rows of a version that
     *     did not say
     */
    public record HeadLabel(double[] headToWorld, double yaw, double pitch, double roll, double[] movements) {
        public HeadLabel {
            checkLength("headToWorld", headToWorld.length, 16);
            if (movements != null) {
                checkLength("movements", movements.length, Blendshape.values().length);
            }
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
