package io.limner.renderer.head.pack;

/** Lets the arms, which the base mesh spreads, hang. */
final class ArmPose {
    private static final double DEGREES = 24;
    /** The left shoulder joint of the neutral adult, mm; the right one mirrors it. */
    private static final double SHOULDER_X = 165;

    private static final double SHOULDER_Y = 506;

    private final BaseHead base;

    ArmPose(BaseHead base) {
        this.base = base;
    }

    /** Positions of the neutral adult with arms down, mm. */
    double[] lowered() {
        double[] out = base.neutral().clone();
        double[] share = base.share(name -> name.matches("(upperarm|lowerarm|wrist|finger|metacarpal).*")
                ? 1
                : name.startsWith("shoulder01") ? 0.3 : 0);
        for (int v = 0; v < share.length; v++) {
            double side = Math.signum(out[3 * v]);
            double angle = Math.toRadians(DEGREES * share[v]);
            double x = side * out[3 * v] - SHOULDER_X;
            double y = out[3 * v + 1] - SHOULDER_Y;
            out[3 * v] = side * (SHOULDER_X + x * Math.cos(angle) + y * Math.sin(angle));
            out[3 * v + 1] = SHOULDER_Y - x * Math.sin(angle) + y * Math.cos(angle);
        }
        return out;
    }
}
