package io.limner.renderer.head;

/**
 * What labels are made from that is no picture, in the world frame.
 *
 * @param points points of the surface
 * @param headToWorld rigid transform, 4x4, row-major, mm; origin midway between the eye centres, x to the subject's left, y up,
 *     z out of the face
 * @param leftEye the subject's left eye
 * @param rightEye the subject's right eye
 * @param movements how strong each movement of the face is, in the order of {@link io.limner.schema.scene.Blendshape}
 */
public record Anchors(Points points, double[] headToWorld, Eye leftEye, Eye rightEye, double[] movements) {
    private static final int[][] INNER_LIPS = {{61, 67}, {62, 66}, {63, 65}};

    /**
     * Points of the surface, mm, 3 values a point.
     *
     * @param landmarks the 68 iBUG points
     * @param dense the points of {@link io.limner.schema.label.DenseLandmarks}
     * @param jawArcs for each of the 17 points of the jaw line as many points from there towards the middle of the face
     */
    public record Points(double[] landmarks, double[] dense, double[] jawArcs) {}

    /** The 68 iBUG points on the surface, mm, 204 values. */
    public double[] landmarks() {
        return points.landmarks;
    }

    /** How far the lips stand apart where they do so most, mm. */
    public double lipGap() {
        double[] landmarks = points.landmarks;
        double most = 0;
        for (int[] pair : INNER_LIPS) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                double d = landmarks[3 * pair[0] + i] - landmarks[3 * pair[1] + i];
                sum += d * d;
            }
            most = Math.max(most, StrictMath.sqrt(sum));
        }
        return most;
    }

    /**
     * An eyeball.
     *
     * @param center mm, 3 values
     * @param radius mm
     * @param gaze unit vector, 3 values
     */
    public record Eye(double[] center, double radius, double[] gaze) {}
}
