package io.limner.schema.spec;

/**
 * The beta distribution on 0 to 1, computed the same on every machine: its distribution function is the regularised incomplete beta
 * function by its continued fraction (Abramowitz and Stegun 26.5.8), summed with Lentz's method.
 */
final class BetaCurve {
    private static final int MOST_TERMS = 1000;
    private static final double ENOUGH = 1e-16;
    private static final double TINY = 1e-300;

    private final double a;
    private final double b;
    private final double logScale;

    BetaCurve(double a, double b) {
        this.a = a;
        this.b = b;
        this.logScale = logGamma(a + b) - logGamma(a) - logGamma(b);
    }

    /** The share of values below {@code x}, 0 to 1. */
    double below(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double factor = StrictMath.exp(logScale + a * StrictMath.log(x) + b * StrictMath.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? factor * fraction(a, b, x) / a : 1 - factor * fraction(b, a, 1 - x) / b;
    }

    /** Where the share {@code u} is below: halves an interval until doubles end, so that any shape is met alike. */
    double quantile(double u) {
        double low = 0;
        double high = 1;
        double middle = 0.5;
        while (middle > low && middle < high) {
            if (below(middle) < u) {
                low = middle;
            } else {
                high = middle;
            }
            // A thousandth of the grain of real numbers is near enough.
            if (high - low < 1e-12) {
                break;
            }
            middle = low + (high - low) / 2;
        }
        return low + (high - low) / 2;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / apart(1 - (a + b) * x / (a + 1));
        double sum = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / apart(1 + even * d);
            c = apart(1 + even / c);
            sum *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / apart(1 + odd * d);
            c = apart(1 + odd / c);
            double step = d * c;
            sum *= step;
            if (StrictMath.abs(step - 1) < ENOUGH) {
                break;
            }
        }
        return sum;
    }

    private static double apart(double value) {
        return StrictMath.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series, after the argument was raised to where eight digits after the point are sixteen. */
    private static double logGamma(double x) {
        double raised = x;
        double product = 1;
        while (raised < 10) {
            product *= raised;
            raised += 1;
        }
        double square = raised * raised;
        double series = (1 / 12.0
                        - (1 / 360.0
                                        - (1 / 1260.0
                                                        - (1 / 1680.0
                                                                        - (1 / 1188.0 - 691 / (360360.0 * square))
                                                                                / square)
                                                                / square)
                                                / square)
                                / square)
                / raised;
        return (raised - 0.5) * StrictMath.log(raised)
                - raised
                + 0.5 * StrictMath.log(2 * StrictMath.PI)
                + series
                - StrictMath.log(product);
    }
}
