package io.limner.schema.label;

/**
 * Brown-Conrady distortion, numbered as OpenCV does: a point (x, y) of the plane at depth 1 goes to (x R + 2 p1 xy + p2 (r2 + 2
 * x2), y R + p1 (r2 + 2 y2) + 2 p2 xy), with r2 = x2 + y2 and R = 1 + k1 r2 + k2 r2^2 + k3 r2^3. Where r2 exceeds {@code reach},
 * far outside the picture, the polynomial would fold the plane back into it: there R and the tangential terms keep the values that
 * they have in the same direction at {@code reach}, so that what is outside stays outside.
 *
 * @param k1 radial
 * @param k2 radial
 * @param k3 radial
 * @param p1 tangential
 * @param p2 tangential
 * @param reach squared radius up to which the polynomial holds
 */
public record LensModel(double k1, double k2, double k3, double p1, double p2, double reach) {
    /** A lens that keeps lines straight. */
    public static final LensModel STRAIGHT = new LensModel(0, 0, 0, 0, 0, 1e6);

    private static final int STEPS = 8; // As in frame.glsl.

    /** Whether lines stay straight. */
    public boolean straight() {
        return k1 == 0 && k2 == 0 && k3 == 0 && p1 == 0 && p2 == 0;
    }

    /** The distorted place of (x, y): 2 values. */
    public double[] distort(double x, double y) {
        double r2 = x * x + y * y;
        double held = StrictMath.min(r2, reach);
        double radial = radial(held);
        // Quadratic terms, scaled so that beyond the reach they grow no faster than the radius.
        double scale = r2 > held ? StrictMath.sqrt(held / r2) : 1;
        return new double[] {
            x * radial + scale * (2 * p1 * x * y + p2 * (r2 + 2 * x * x)),
            y * radial + scale * (p1 * (r2 + 2 * y * y) + 2 * p2 * x * y)
        };
    }

    /**
     * The point that is distorted to (u, v), by Newton's method: 2 values, exact to rounding.
     *
     * @throws IllegalArgumentException if there is none within reach
     */
    public double[] undistort(double u, double v) {
        double x = u;
        double y = v;
        for (int i = 0; i < STEPS; i++) {
            double[] at = distort(x, y);
            double r2 = x * x + y * y;
            double radial = radial(r2);
            double slope = k1 + r2 * (2 * k2 + 3 * r2 * k3);
            double xx = radial + 2 * x * x * slope + 2 * p1 * y + 6 * p2 * x;
            double yy = radial + 2 * y * y * slope + 6 * p1 * y + 2 * p2 * x;
            double xy = 2 * x * y * slope + 2 * p1 * x + 2 * p2 * y;
            double determinant = xx * yy - xy * xy;
            double du = at[0] - u;
            double dv = at[1] - v;
            x -= (yy * du - xy * dv) / determinant;
            y -= (xx * dv - xy * du) / determinant;
        }
        double[] back = distort(x, y);
        if (!(StrictMath.hypot(back[0] - u, back[1] - v) < 1e-9 && x * x + y * y <= reach)) {
            throw new IllegalArgumentException("no ray reaches (" + u + ", " + v + ") of the image plane");
        }
        return new double[] {x, y};
    }

    private double radial(double r2) {
        return 1 + r2 * (k1 + r2 * (k2 + r2 * k3));
    }
}
