package io.limner.renderer.head;

/**
 * A lens of a pair of glasses: a part of a plane. With u and v the coordinates along {@code across} and {@code up}, mm, and
 * l = lift max(u / a, 0)^2, it is where |s|^n + |w|^n is at most 1, with w = (v - l / 2) / (b + l / 2) and s = u / (a (1 + taper w)).
 *
 * @param center world frame, mm, 3 values
 * @param across unit vector away from the nose, world frame
 * @param up unit vector, world frame
 * @param outline its form
 */
public record Lens(double[] center, double[] across, double[] up, Outline outline) {

    /**
     * The form of a lens.
     *
     * @param width half of it, a, mm
     * @param height half of it, b, mm
     * @param exponent n: 2 an ellipse, larger ones nearer to a rectangle
     * @param taper by how much the top is wider than the middle
     * @param lift by how much the outer upper corner is drawn up, mm
     */
    public record Outline(double width, double height, double exponent, double taper, double lift) {

        /** The place (u, v) on the outline at {@code angle} radians, from the outer side over the top. */
        public double[] at(double angle) {
            double s = power(StrictMath.cos(angle));
            double w = power(StrictMath.sin(angle));
            double u = width * s * (1 + taper * w);
            double rise = lift * StrictMath.pow(StrictMath.max(u / width, 0), 2);
            return new double[] {u, height * w + 0.5 * rise * (1 + w)};
        }

        /** Whether the lens is where the coordinates are u and v. */
        public boolean holds(double u, double v) {
            double side = StrictMath.max(u / width, 0);
            double rise = 0.5 * lift * side * side;
            double w = (v - rise) / (height + rise);
            double s = u / (width * StrictMath.max(1 + taper * w, 0.3));
            return StrictMath.pow(StrictMath.abs(s), exponent) + StrictMath.pow(StrictMath.abs(w), exponent) <= 1;
        }

        private double power(double x) {
            return StrictMath.signum(x) * StrictMath.pow(StrictMath.abs(x), 2 / exponent);
        }
    }
}
