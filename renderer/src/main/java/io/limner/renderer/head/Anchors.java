package io.limner.renderer.head;

/**
 * The points of a face that labels are made from, in the world frame.
 *
 * @param landmarks the 68 iBUG points on the surface, mm, 204 values
 * @param headToWorld rigid transform, 4x4, row-major, mm; origin midway between the eye centres, x to the subject's left, y up,
 *     z out of the face
 * @param leftEye the subject's left eye
 * @param rightEye the subject's right eye
 */
public record Anchors(double[] landmarks, double[] headToWorld, Eye leftEye, Eye rightEye) {
    private static final int[][] INNER_LIPS = {{61, 67}, {62, 66}, {63, 65}};

    /** How far the lips stand apart where they do so most, mm. */
    public double lipGap() {
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
