package io.limner.renderer.pass;

import io.limner.renderer.head.Anchors;

/**
 * The slit between an eye's lids, as the landmarks trace it, in the head's axes from the eye's centre, mm: each margin is drawn as a
 * parabola through the corners.
 *
 * @param eye the ball in it
 * @param middle of the slit, towards the subject's left
 * @param halfWidth from there to a corner
 * @param corners height of the corners, their mean
 * @param upper height of the upper margin in the middle
 * @param lower height of the lower margin in the middle
 */
record EyeOpening(Anchors.Eye eye, double middle, double halfWidth, double corners, double upper, double lower) {
    /** How far below its top a parabola is a third of the way from corner to corner, where landmarks lie: 1 / (1 - 1/9). */
    private static final double TO_MIDDLE = 9 / 8.0;

    /** The subject's left eye: landmarks 42 to 47. */
    static EyeOpening left(Anchors anchors) {
        return of(anchors, anchors.leftEye(), 42);
    }

    /** The subject's right eye: landmarks 36 to 41. */
    static EyeOpening right(Anchors anchors) {
        return of(anchors, anchors.rightEye(), 36);
    }

    private static EyeOpening of(Anchors anchors, Anchors.Eye eye, int first) {
        double[] x = new double[6];
        double[] y = new double[6];
        double[] m = anchors.headToWorld();
        for (int i = 0; i < 6; i++) {
            for (int k = 0; k < 3; k++) {
                double d = anchors.landmarks()[3 * (first + i) + k] - eye.center()[k];
                x[i] += m[4 * k] * d;
                y[i] += m[4 * k + 1] * d;
            }
        }
        double corners = (y[0] + y[3]) / 2;
        return new EyeOpening(
                eye,
                (x[0] + x[3]) / 2,
                Math.max(1, Math.abs(x[0] - x[3]) / 2),
                corners,
                corners + TO_MIDDLE * ((y[1] + y[2]) / 2 - corners),
                corners + TO_MIDDLE * ((y[4] + y[5]) / 2 - corners));
    }
}
