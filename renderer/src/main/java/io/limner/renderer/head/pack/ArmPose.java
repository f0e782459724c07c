package io.limner.renderer.head.pack;

/**
 * Lets the arms, which the base mesh spreads, hang. The turn about the shoulder joints is linear in the vertices, so that applied to a
 * morph target it gives the target of the turned mesh.
 */
final class ArmPose {
    private static final double DEGREES = 24;

    private final double[] shares;
    private final int[] sideOf;
    private final int[] left;
    private final int[] right;

    ArmPose(BaseHead base) {
        shares = base.share(name -> name.matches("(upperarm|lowerarm|wrist|finger|metacarpal).*")
                ? 1
                : name.startsWith("shoulder01") ? 0.3 : 0);
        sideOf = new int[shares.length];
        for (int v = 0; v < sideOf.length; v++) {
            sideOf[v] = base.neutral()[3 * v] < 0 ? -1 : 1;
        }
        left = base.group("joint-l-shoulder");
        right = base.group("joint-r-shoulder");
    }

    /** Positions, or displacements, of the base mesh's vertices (3 a vertex) with arms down. */
    double[] apply(double[] field) {
        double[] out = field.clone();
        turn(field, left, 1, out);
        turn(field, right, -1, out);
        return out;
    }

    private void turn(double[] field, int[] joint, int side, double[] out) {
        double jointX = 0;
        double jointY = 0;
        for (int v : joint) {
            jointX += field[3 * v] / joint.length;
            jointY += field[3 * v + 1] / joint.length;
        }
        for (int v = 0; v < shares.length; v++) {
            if (shares[v] > 0 && sideOf[v] == side) {
                double angle = Math.toRadians(DEGREES * shares[v]) * side;
                double x = field[3 * v] - jointX;
                double y = field[3 * v + 1] - jointY;
                out[3 * v] = jointX + x * StrictMath.cos(angle) + y * StrictMath.sin(angle);
                out[3 * v + 1] = jointY - x * StrictMath.sin(angle) + y * StrictMath.cos(angle);
            }
        }
    }
}
