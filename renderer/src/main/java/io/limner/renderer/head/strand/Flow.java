package io.limner.renderer.head.strand;

import io.limner.renderer.head.SkinRegions;
import io.limner.schema.scene.Hair;

/**
 * Which way hair lies: a field of directions over the scalp, in the head frame, mm.
 *
 * @param comb what makes it
 * @param part distance of the parting from the middle towards the subject's left, mm; its side is that to which the rest is swept
 */
record Flow(Cut.Comb comb, double part) {
    /** The whorl that hair turns about; on the side away from the parting. */
    private static final double[] CROWN = {7, 97, -122};

    static Flow of(Hair.Scalp scalp) {
        Cut.Comb comb = Cut.of(scalp.style()).lie().comb();
        double parting = scalp.parting();
        boolean aside = scalp.style() == Hair.Style.SIDE_PART || scalp.style() == Hair.Style.PIXIE;
        return new Flow(comb, aside ? (parting < 0 ? -18 : 18) + 24 * parting : 42 * parting);
    }

    /** The direction at {@code p}, where {@code normal} leaves the head: unit, along the skin. */
    void at(double[] p, double[] normal, double[] out) {
        switch (comb) {
            case CROWN, UPRIGHT -> crown(p, out);
            case PARTED -> parted(p, out);
            case BACK -> back(p, out);
        }
        double away = Vectors.dot(out, normal);
        for (int k = 0; k < 3; k++) {
            out[k] -= away * normal[k];
        }
        Vectors.normalize(out);
    }

    private double side() {
        return part < 0 ? -1 : 1;
    }

    /** Away from the whorl, turning about it, and on the front of the head forwards and aside. */
    private void crown(double[] p, double[] out) {
        double flip = -side();
        double x = p[0] - flip * CROWN[0];
        double y = p[1] - CROWN[1];
        double z = p[2] - CROWN[2];
        double near = StrictMath.exp(-(x * x + y * y + z * z) / (45 * 45));
        double turn = (0.25 + 1.1 * near) * flip;
        out[0] = x + turn * z;
        out[1] = y - 14;
        out[2] = z - turn * x;
        Vectors.normalize(out);
        double front = SkinRegions.smooth(-85, -30, p[2]) * SkinRegions.smooth(34, 60, p[1]);
        double sweep = part / 40;
        out[0] += front * (1.1 * sweep - out[0] * 0.35);
        out[1] += front * (0.55 - out[1]);
        out[2] += front * 0.25;
    }

    /** How far hair has risen from the parting at {@code p}: 1 away from it. */
    double rising(double[] p) {
        double away = (p[0] - part) / 26;
        return comb == Cut.Comb.PARTED ? 1 - 0.5 * StrictMath.exp(-away * away) : 1;
    }

    /** To both sides of the parting, which ends at the whorl; behind it straight down, and together towards the neck. */
    private void parted(double[] p, double[] out) {
        double away = p[0] - part;
        double side = away < 0 ? -1 : 1;
        double near = StrictMath.exp(-Math.abs(away) / 32);
        double behind = SkinRegions.smooth(-78, -126, p[2]);
        double ahead = 1 - behind;
        // At the forehead it rises and goes back before it falls.
        double front = SkinRegions.smooth(-42, -14, p[2]) * SkinRegions.smooth(20, 50, p[1]);
        out[0] = side * (0.55 + 0.75 * near) * ahead - 0.006 * p[0] * behind;
        out[1] = -0.60 + 0.70 * near * ahead - 0.4 * behind + 0.8 * front;
        out[2] = -0.16 - 0.22 * near * ahead - 0.35 * behind - 0.55 * front;
    }

    private static void back(double[] p, double[] out) {
        double down = SkinRegions.smooth(-60, -150, p[2]);
        double low = SkinRegions.smooth(70, 0, p[1]);
        out[0] = -0.006 * p[0] * down;
        out[1] = -0.15 - 0.9 * down - 0.45 * low;
        out[2] = -1 + 0.6 * down;
    }
}
