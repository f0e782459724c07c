package io.limner.renderer.head.wear;

import io.limner.renderer.head.Cover;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Accessories;

/** Headphones: cups that close about the ears, on a bow over the head. */
final class Headphones {
    private static final int ROUND = 40;
    private static final int TUBE = 12;
    private static final int BOW = 44;
    /** Half the width of the bow, mm. */
    private static final double WIDE = 13;
    /** The most that a cushion is thick, mm. */
    private static final double DEEP = 26;
    /** How far hair is pressed beside what lies on it, mm. */
    private static final double BESIDE = 28;

    private static final double RISE = 0.8;

    private final Fitting fitting;
    private final double hair;
    private final boolean behind;
    private final Cup[] cups = new Cup[2];
    private final Solids.Stuff shell;
    private final Solids.Stuff cushion;
    private final Solids.Stuff steel = stuff(0.32, 1, 0.62, 0.62, 0.63);

    /**
     * A cup, seen from its side.
     *
     * @param side 1 for the subject's left
     * @param y height of its middle, mm
     * @param z depth of its middle
     * @param tall half its height
     * @param wide half its width
     * @param plane distance from the middle of the head where the cushion ends and the shell begins
     */
    private record Cup(int side, double y, double z, double tall, double wide, double plane) {
        /** 1 on the cup's outline, less inside. */
        double outline(double pointY, double pointZ) {
            double v = (pointY - y) / tall;
            double w = (pointZ - z) / wide;
            return StrictMath.sqrt(v * v + w * w);
        }
    }

    /**
     * @param hair how thick the hair under them is, mm
     * @param behind whether the bow goes about the back of the head and not over it
     */
    Headphones(Accessories.Finish finish, Fitting fitting, double hair, boolean behind) {
        this.fitting = fitting;
        this.hair = hair;
        this.behind = behind;
        this.shell = switch (finish) {
            case BLACK -> stuff(0.34, 0, 0.018, 0.018, 0.020);
            case WHITE -> stuff(0.34, 0, 0.66, 0.66, 0.65);
            case SILVER -> stuff(0.36, 0.6, 0.42, 0.43, 0.44);
            case RED -> stuff(0.28, 0, 0.40, 0.02, 0.025);
            case BLUE -> stuff(0.30, 0, 0.03, 0.08, 0.30);
            case BEIGE -> stuff(0.42, 0, 0.50, 0.40, 0.29);
        };
        this.cushion = switch (finish) {
            case WHITE, SILVER -> stuff(0.6, 0, 0.30, 0.30, 0.31);
            case BEIGE -> stuff(0.6, 0, 0.22, 0.14, 0.085);
            default -> stuff(0.6, 0, 0.022, 0.021, 0.021);
        };
        for (int i = 0; i < 2; i++) {
            int side = i == 0 ? 1 : -1;
            Fitting.Ear ear = fitting.ear(side);
            double half = 0.5 * (ear.top() - ear.low());
            // Under a brim there is less room.
            double tall = behind ? half + 7 : Math.max(40, half + 11);
            double y = 0.5 * (ear.top() + ear.low()) + (behind ? -6 : 2);
            double wide = Math.max(33, 0.5 * (ear.front() - ear.back()) + 13);
            cups[i] = new Cup(side, y, ear.middle(), tall, wide, ear.out() - 2);
        }
    }

    private static Solids.Stuff stuff(double roughness, double metal, double... color) {
        return new Solids.Stuff(SegmentationClass.HEADPHONES.code(), color, roughness, metal);
    }

    /** @param bulk how thick what is on the head is above the hair, mm */
    void build(Solids out, double bulk) {
        for (Cup cup : cups) {
            cushion(out, cup);
            shell(out, cup);
        }
        if (behind) {
            band(out);
        } else {
            bow(out, bulk);
        }
    }

    /** How far the head reaches beside a cup. */
    private double skin(Cup cup, double y, double z) {
        return Math.max(fitting.side(cup.side).at(z, y, 2.5), cup.plane - DEEP);
    }

    /** A ring that lies on the skin. */
    private void cushion(Solids out, Cup cup) {
        int[][] at = new int[ROUND][TUBE];
        final double thick = 9.5;
        for (int k = 0; k < ROUND; k++) {
            double a = 2 * StrictMath.PI * k / ROUND;
            double dy = StrictMath.cos(a);
            double dz = StrictMath.sin(a);
            for (int s = 0; s < TUBE; s++) {
                double b = 2 * StrictMath.PI * s / TUBE;
                double across = StrictMath.cos(b) * thick;
                double y = cup.y + dy * (cup.tall - thick + across);
                double z = cup.z + dz * (cup.wide - thick + across);
                double inner = skin(cup, y, z) + 0.8;
                double deep = 0.5 + 0.5 * rounded(StrictMath.sin(b));
                double x = inner + (Math.max(cup.plane, inner + 6) - inner) * deep;
                at[k][s] = out.vertex(cushion, cup.side * x, y, z, 4 * k, 4 * s, 0.45 + 0.5 * deep);
            }
        }
        for (int k = 0; k < ROUND; k++) {
            int n = (k + 1) % ROUND;
            for (int s = 0; s < TUBE; s++) {
                int t = (s + 1) % TUBE;
                oriented(out, cushion, cup.side, at[k][s], at[n][s], at[n][t], at[k][t]);
            }
        }
    }

    /** A sine with flat tops: a stuffed ring is no torus. */
    private static double rounded(double sine) {
        return Math.signum(sine) * StrictMath.pow(Math.abs(sine), 0.6);
    }

    private static void oriented(Solids out, Solids.Stuff stuff, int side, int a, int b, int c, int d) {
        if (side > 0) {
            out.quad(stuff, a, b, c, d);
        } else {
            out.quad(stuff, d, c, b, a);
        }
    }

    private void shell(Solids out, Cup cup) {
        // Share of the outline, and distance from the plane.
        double[][] profile = {
            {0.90, -2},
            {0.99, -1},
            {1.0, 3},
            {0.985, 8},
            {0.93, 12.5},
            {0.84, 14.2},
            {0.80, 13.4},
            {0.76, 14.4},
            {0.4, 16.6}
        };
        lathe(out, shell, cup, profile, 17.2);
        // A ring of metal between cushion and shell.
        lathe(out, steel, cup, new double[][] {{0.98, -1.2}, {1.012, -0.6}, {1.012, 1.2}, {0.98, 1.8}}, Double.NaN);
    }

    private void lathe(Solids out, Solids.Stuff stuff, Cup cup, double[][] profile, double pole) {
        int[] before = null;
        for (double[] ring : profile) {
            int[] now = new int[ROUND];
            for (int k = 0; k < ROUND; k++) {
                double a = 2 * StrictMath.PI * k / ROUND;
                double y = cup.y + ring[0] * cup.tall * StrictMath.cos(a);
                double z = cup.z + ring[0] * cup.wide * StrictMath.sin(a);
                now[k] = out.vertex(stuff, cup.side * (cup.plane + ring[1]), y, z, 4 * k, 40 * ring[0], 0.92);
            }
            for (int k = 0; before != null && k < ROUND; k++) {
                int n = (k + 1) % ROUND;
                oriented(out, stuff, cup.side, before[k], before[n], now[n], now[k]);
            }
            before = now;
        }
        if (!Double.isNaN(pole)) {
            int middle = out.vertex(stuff, cup.side * (cup.plane + pole), cup.y, cup.z, 0, 0, 0.95);
            for (int k = 0; k < ROUND; k++) {
                int n = (k + 1) % ROUND;
                out.triangle(stuff, middle, before[cup.side > 0 ? k : n], before[cup.side > 0 ? n : k]);
            }
        }
    }

    /** From cup to cup over the head, clear of it, padded on top. */
    private void bow(Solids out, double bulk) {
        double[][] path = new double[BOW + 1][];
        double top = fitting.skull().top() + hair + bulk + 8;
        for (int k = 0; k <= BOW; k++) {
            double t = 2.0 * k / BOW - 1;
            Cup cup = cups[t < 0 ? 0 : 1];
            double angle = 0.5 * StrictMath.PI * t;
            double away = StrictMath.pow(Math.abs(StrictMath.sin(angle)), 0.85);
            double up = StrictMath.pow(Math.max(0, StrictMath.cos(angle)), 0.85);
            double foot = cup.y + 0.45 * cup.tall;
            double z = 0.5 * (cups[0].z + cups[1].z) - 4;
            double[] p = {cup.side * away * (cup.plane + 8), foot + (top - foot) * up, z};
            path[k] = clear(p, hair + bulk + 5);
        }
        out.bar(shell, path, false, new double[] {0, 0, 1}, WIDE, 2.2);
        double[][] pad = new double[BOW / 2 + 1][];
        for (int k = 0; k < pad.length; k++) {
            double[] p = path[k + BOW / 4];
            double[] in = Space.unit(Space.minus(p, Skull.CENTER));
            pad[k] = Space.plus(p, -3, in, 0, in);
        }
        out.bar(cushion, pad, false, new double[] {0, 0, 1}, WIDE - 1, 3.6);
        for (int i = 0; i < 2; i++) {
            arm(out, cups[i], path[i == 0 ? 2 : BOW - 2]);
        }
    }

    /** From cup to cup about the back of the head, under the brim of a hat. */
    private void band(Solids out) {
        double[][] path = new double[BOW + 1][];
        for (int k = 0; k <= BOW; k++) {
            double t = 2.0 * k / BOW - 1;
            Cup cup = cups[t < 0 ? 0 : 1];
            double angle = 0.5 * StrictMath.PI * t;
            double back = StrictMath.cos(angle);
            double[] p = {
                cup.side * Math.abs(StrictMath.sin(angle)) * (cup.plane + 9),
                cup.y - 8 - 16 * back,
                cup.z - 0.8 * cup.wide - (fitting.skull().reach(0, 0, -1) - 30) * back
            };
            path[k] = clear(p, hair + 4);
        }
        out.bar(shell, path, false, new double[] {0, 1, 0}, 6, 2.4);
    }

    /** Moves a point out to where it is so far from the skull. */
    private double[] clear(double[] p, double room) {
        double[] d = Space.minus(p, Skull.CENTER);
        double r = StrictMath.sqrt(Space.dot(d, d));
        double least = fitting.skull().reach(d[0], d[1], d[2]) + room;
        return r >= least ? p : Space.plus(Skull.CENTER, least / r, d, 0, d);
    }

    /** A fork from the end of the bow to both sides of the cup. */
    private void arm(Solids out, Cup cup, double[] from) {
        for (int way = -1; way <= 1; way += 2) {
            double[][] path = new double[7][];
            for (int k = 0; k < path.length; k++) {
                double t = k / 6.0;
                double angle = way * 0.5 * StrictMath.PI * t;
                path[k] = new double[] {
                    cup.side * (cup.plane + 9 + 2 * t),
                    cup.y + 1.06 * cup.tall * StrictMath.cos(angle),
                    cup.z + 1.06 * cup.wide * StrictMath.sin(angle)
                };
            }
            out.bar(shell, path, false, new double[] {1, 0, 0}, 3, 2.2);
        }
        double[] low = {cup.side * (cup.plane + 9), cup.y + 1.02 * cup.tall, cup.z};
        out.bar(
                steel,
                new double[][] {low, Space.between(low, from, 0.5), from},
                false,
                new double[] {0, 0, 1},
                7,
                1.6);
    }

    /** How they lie on hair. */
    Cover cover() {
        return (points, at) -> {
            double x = points[at];
            double y = points[at + 1];
            double z = points[at + 2];
            boolean hidden = false;
            Cup cup = cups[x > 0 ? 0 : 1];
            double beside = (cup.outline(y, z) - 1) * cup.wide;
            if (beside < BESIDE && Math.abs(x) > 30) {
                double most = skin(cup, y, z) + 2 + Math.max(0, RISE * beside);
                points[at] = cup.side * Math.min(Math.abs(x), most);
                hidden = beside < -3;
            }
            double off = Math.abs(z - (0.5 * (cups[0].z + cups[1].z) - 4)) - WIDE;
            if (!behind && y > cup.y + cup.tall && off < BESIDE) {
                Pressing.limit(fitting.skull(), points, at, hair + Math.max(0, RISE * off));
                hidden |= off < -2;
            }
            return hidden;
        };
    }
}
