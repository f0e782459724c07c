package io.limner.renderer.head.wear;

import io.limner.renderer.head.Cover;
import io.limner.renderer.head.strand.HeadFrame;

/** A scarf wound about the neck, with an end that hangs before the chest. It stays with the shoulders when the head turns. */
final class Scarf {
    private static final int AROUND = 72;
    private static final int ROWS = 40;
    /** How thick it is about the neck, mm. */
    private static final double THICK = 27;

    private static final double TALL = 78;
    /** Hair that would hang before it no farther than so is tucked in, mm. */
    private static final double TUCKED = 26;

    private final HeadFrame frame;
    private final Neck neck;
    private final Chances chances;
    private final Solids.Stuff cloth;
    private final Relief chest;
    private final double[] lows = new double[AROUND];

    Scarf(Fitting fitting, Solids.Stuff cloth, Chances chances) {
        this.frame = fitting.frame();
        this.neck = new Neck(fitting.head(), AROUND);
        this.cloth = cloth;
        this.chances = chances;
        this.chest = fitting.chest();
    }

    void build(Solids out) {
        eased();
        coil(out);
        end(out);
    }

    /** Hair and beard go into it from above, and end there. */
    Cover cover() {
        double[] p = new double[3];
        double[] world = new double[3];
        return (points, at) -> {
            System.arraycopy(points, at, p, 0, 3);
            world[1] = frame.worldY(p);
            if (world[1] > -60) {
                return false;
            }
            world[0] = frame.worldX(p);
            world[2] = frame.worldZ(p);
            int column = neck.columnOf(world[0], world[2]);
            double below = neck.top(column) - world[1];
            double r = neck.radius(world[0], world[2]);
            double inner = neck.reach(column, neck.top(column) - 6);
            if (below < 0 || r > inner + THICK + TUCKED) {
                return false;
            }
            double most = inner + 5;
            if (r > most) {
                frame.toHead(neck.at(StrictMath.atan2(world[0], world[2] - neck.axis()), most, world[1]), 0, p);
                System.arraycopy(p, 0, points, at, 3);
            }
            return true;
        };
    }

    private int vertex(Solids out, double[] world, double u, double v, double open) {
        double[] p = new double[3];
        frame.toHead(world, 0, p);
        return out.vertex(cloth, p[0], p[1], p[2], u, v, open);
    }

    /** What is wound about the neck, from its inner upper edge over the outside to its lower edge. */
    private void coil(Solids out) {
        int[][] at = new int[ROWS][AROUND + 1];
        for (int c = 0; c <= AROUND; c++) {
            double[] last = null;
            double way = 0;
            for (int r = 0; r < ROWS; r++) {
                double[] p = coil(c % AROUND, r / (ROWS - 1.0));
                way += last == null ? 0 : Space.distance(p, last);
                last = p;
                double fold = fold(2 * StrictMath.PI * c / AROUND, r / (ROWS - 1.0));
                at[r][c] = vertex(out, p, way, c * 6.0, r < 3 ? 0.3 + 0.2 * r : 0.55 + 0.4 * fold);
            }
        }
        for (int r = 0; r + 1 < ROWS; r++) {
            for (int c = 0; c < AROUND; c++) {
                out.quad(cloth, at[r + 1][c], at[r + 1][c + 1], at[r][c + 1], at[r][c]);
            }
        }
        for (int r = 0; r < ROWS; r++) {
            out.weld(at[r][0], at[r][AROUND]);
        }
    }

    private double[] coil(int column, double share) {
        double azimuth = 2 * StrictMath.PI * column / AROUND;
        double top = neck.top(column) + 2 * chances.wave(azimuth, 3, 4);
        double low = lows[column];
        double inner = neck.reach(column, top - 6);
        // In over the upper edge, then down the outside.
        double in = 0.12;
        double y;
        double r;
        if (share < in) {
            double turn = 0.5 * StrictMath.PI * (share / in);
            y = top - 10 + 10 * StrictMath.sin(turn);
            r = inner + 2 + 9 * (1 - StrictMath.cos(turn));
        } else {
            double w = (share - in) / (1 - in);
            y = top + (low - top) * w;
            double belly = StrictMath.pow(StrictMath.sin(StrictMath.PI * (0.22 + 0.60 * w)), 0.7);
            r = inner + 11 * (1 - w) + (THICK - 11) * belly + 9 * fold(azimuth, share) * Math.min(1, 6 * w);
        }
        r = Math.max(r, neck.reach(column, y) + (share < in ? 1.5 : 3.5));
        // What would spread over the shoulders goes into the shirt.
        r = Math.min(r, inner + THICK + 13);
        return neck.at(azimuth, r, y);
    }

    /** The heights of the lower edge: on the shoulders, and smooth. */
    private void eased() {
        double[] rough = new double[AROUND];
        for (int c = 0; c < AROUND; c++) {
            rough[c] = Math.max(neck.shoulder(c, THICK), neck.top(c) - TALL) - 3;
        }
        for (int c = 0; c < AROUND; c++) {
            for (int near = c - 4; near <= c + 4; near++) {
                lows[c] += rough[Math.floorMod(near, AROUND)] / 9;
            }
        }
    }

    /** Layers of cloth lie one over another, aslant: 0 in a crease, 1 on a ridge. */
    private double fold(double azimuth, double share) {
        double slant = 0.35 * StrictMath.sin(azimuth + 1 + 3 * chances.at(90))
                + 0.16 * chances.wave(azimuth, 3, 5)
                + 0.10 * chances.wave(azimuth + 5 * share, 5, 6);
        return StrictMath.pow(Math.abs(StrictMath.sin(StrictMath.PI * (2.6 * share + slant))), 0.7);
    }

    /** A strip from under the coil down the chest. */
    private void end(Solids out) {
        final int rows = 30;
        final int columns = 18;
        double side = chances.at(91) < 0.5 ? -1 : 1;
        double middle = side * (28 + 14 * chances.at(92));
        double top = neck.low() + 34;
        int[][] at = new int[rows][columns + 1];
        for (int c = 0; c <= columns; c++) {
            double u = 2.0 * c / columns - 1;
            for (int r = 0; r < rows; r++) {
                double t = r / (rows - 1.0);
                double half = 34 + 12 * t;
                double x = middle + side * 10 * t + half * u;
                double y = top - 190 * t;
                double fold =
                        StrictMath.pow(Math.abs(StrictMath.sin(4.2 * u + 0.8 + 0.5 * StrictMath.sin(3 * t))), 0.8);
                double edge = Math.abs(u) > 0.97 ? 0.5 : 4 + 7 * fold;
                double ground = Math.max(chest.at(x, y, 3), chest.at(x, y - 20, 3) - 12);
                at[r][c] = vertex(out, new double[] {x, y, ground + edge}, half * u, 190 * t, 0.55 + 0.4 * fold);
            }
        }
        for (int r = 0; r + 1 < rows; r++) {
            for (int c = 0; c < columns; c++) {
                out.quad(cloth, at[r + 1][c], at[r + 1][c + 1], at[r][c + 1], at[r][c]);
            }
        }
    }
}
