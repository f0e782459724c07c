package io.limner.schema.spec;

/** The standard normal distribution, computed the same on every machine. */
@SuppressWarnings("FloatingPointLiteralPrecision") // the constants stand as published, to be compared digit by digit
final class NormalCurve {
    /** Beyond this many standard deviations a double cannot tell the mass below from 0 or 1. */
    private static final double FAR = 8.3;

    private static final double CENTRE = 0.425;
    private static final double TAIL = 5;

    private static final double[] CENTRE_OVER = {
        3.3871328727963666080e0,
        1.3314166789178437745e2,
        1.9715909503065514427e3,
        1.3731693765509461125e4,
        4.5921953931549871457e4,
        6.7265770927008700853e4,
        3.3430575583588128105e4,
        2.5090809287301226727e3
    };
    private static final double[] CENTRE_UNDER = {
        1.0,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3
    };
    private static final double[] MIDDLE_OVER = {
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4
    };
    private static final double[] MIDDLE_UNDER = {
        1.0,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9
    };
    private static final double[] FAR_OVER = {
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7
    };
    private static final double[] FAR_UNDER = {
        1.0,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15
    };

    private NormalCurve() {}

    /**
     * The share of the curve below {@code x}, absolute error below 1e-15. The series of G. Marsaglia, "Evaluating the Normal
     * Distribution", Journal of Statistical Software 11 (2004).
     */
    static double below(double x) {
        if (x > FAR) {
            return 1;
        }
        if (x < -FAR) {
            return 0;
        }
        double sum = x;
        double previous = 0;
        double term = x;
        for (int i = 3; sum != previous; i += 2) {
            previous = sum;
            term *= x * x / i;
            sum += term;
        }
        double density = StrictMath.exp(-0.5 * x * x) / StrictMath.sqrt(2 * StrictMath.PI);
        return StrictMath.max(0, StrictMath.min(1, 0.5 + sum * density));
    }

    /**
     * The point below which the share {@code p} of the curve lies, relative error about 1e-16. M. J. Wichura, "Algorithm AS
     * 241: The Percentage Points of the Normal Distribution", Applied Statistics 37 (1988), routine PPND16.
     *
     * @param p 0 to 1; at 0 and 1 the point 8.3 standard deviations out
     */
    static double quantile(double p) {
        double fromCentre = p - 0.5;
        if (StrictMath.abs(fromCentre) <= CENTRE) {
            double r = CENTRE * CENTRE - fromCentre * fromCentre;
            return fromCentre * polynomial(CENTRE_OVER, r) / polynomial(CENTRE_UNDER, r);
        }
        double tail = fromCentre < 0 ? p : 1 - p;
        if (!(tail > 0)) {
            return fromCentre < 0 ? -FAR : FAR;
        }
        double r = StrictMath.sqrt(-StrictMath.log(tail));
        double size = r <= TAIL
                ? polynomial(MIDDLE_OVER, r - 1.6) / polynomial(MIDDLE_UNDER, r - 1.6)
                : polynomial(FAR_OVER, r - TAIL) / polynomial(FAR_UNDER, r - TAIL);
        return fromCentre < 0 ? -size : size;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
