package io.limner.renderer.head.wear;

/** A cap of six stitched panels with a button on top and a curved peak. */
final class BaseballCap {
    private static final int ROWS = 24;
    private static final int PANELS = 6;
    /** How far to each side the peak is sewn on, radians. */
    private static final double WIDE = 1.0;
    /** How far it reaches out, mm. */
    private static final double PEAK = 72;

    private static final int ACROSS = 36;
    private static final int ALONG = 9;
    private static final double THICK = 2.4;

    private final double pad;
    private final Chances chances;

    BaseballCap(double pad, Chances chances) {
        this.pad = pad;
        this.chances = chances;
    }

    /**
     * @param panels stuff of the panels, whose pattern has a seam at 0
     * @param peak stuff of the peak, whose pattern has rows of stitches
     */
    void build(Solids out, Crown crown, Solids.Stuff panels, Solids.Stuff peak) {
        crown.sheet(out, panels, ROWS, this::body, BaseballCap::seam);
        peak(out, crown, peak);
        button(out, crown, peak);
    }

    /** Distance from the nearest seam. */
    private static double seam(double azimuth, double[] p) {
        double step = 2 * StrictMath.PI / PANELS;
        double off = Math.abs(azimuth - step * Math.rint(azimuth / step));
        double x = p[0] - Skull.CENTER[0];
        double z = p[2] - Skull.CENTER[2];
        return off * StrictMath.sqrt(x * x + z * z);
    }

    private Crown.Station body(int row, double azimuth) {
        switch (row) {
            case 0:
                return new Crown.Station(7, 0, 0.2);
            case 1:
                return new Crown.Station(1, 0, 0.6 + 0.6 * pad);
            case 2:
                return new Crown.Station(0, 0, pad + 1.6);
            case 3:
                return new Crown.Station(1, 0, pad + 2.6);
            default:
        }
        double share = (row - 4) / (ROWS - 5.0);
        double front = 0.5 + 0.5 * StrictMath.cos(azimuth);
        double belly = StrictMath.sin(StrictMath.PI * StrictMath.pow(share, 0.75));
        // Stiff panels stand up over the forehead.
        double stiff = belly * (2 + 11 * front * front * front);
        double seam = Math.abs(StrictMath.sin(0.5 * PANELS * azimuth));
        double panel = 1.5 * belly * seam;
        double crease = 1.0 * belly * (1 - front) * chances.wave(azimuth + 2 * share, 4, 0);
        return new Crown.Station(1 + 3 * (1 - share), share, pad + 2.8 + 4 * share + stiff + panel + crease);
    }

    private void peak(Solids out, Crown crown, Solids.Stuff stuff) {
        int[][] top = layer(out, crown, stuff, 0);
        int[][] below = layer(out, crown, stuff.colored(darker(stuff.color())), -THICK);
        for (int r = 0; r + 1 < ALONG; r++) {
            for (int c = 0; c < ACROSS; c++) {
                out.quad(stuff, top[r][c], top[r + 1][c], top[r + 1][c + 1], top[r][c + 1]);
                out.quad(stuff, below[r][c + 1], below[r + 1][c + 1], below[r + 1][c], below[r][c]);
            }
        }
        for (int c = 0; c < ACROSS; c++) {
            out.quad(stuff, top[ALONG - 1][c], below[ALONG - 1][c], below[ALONG - 1][c + 1], top[ALONG - 1][c + 1]);
        }
    }

    private static double[] darker(double[] color) {
        return new double[] {0.8 * color[0], 0.8 * color[1], 0.8 * color[2]};
    }

    private int[][] layer(Solids out, Crown crown, Solids.Stuff stuff, double down) {
        int[][] at = new int[ALONG][ACROSS + 1];
        for (int c = 0; c <= ACROSS; c++) {
            double s = 2.0 * c / ACROSS - 1;
            double[] inner = crown.at(s * WIDE, new Crown.Station(4.5, 0, pad + 1));
            double reach = PEAK * StrictMath.pow(Math.max(0, 1 - StrictMath.pow(Math.abs(s), 2.6)), 0.55);
            double[] out1 = Space.unit(new double[] {0.30 * StrictMath.sin(s * WIDE), 0, 1});
            for (int r = 0; r < ALONG; r++) {
                double t = r / (ALONG - 1.0);
                double way = t * reach;
                double[] p = Space.plus(inner, way, out1, 0, out1);
                // It bends down to the sides, and a little to the front.
                double side = p[0] / 75;
                p[1] += down - 0.16 * way - 0.0008 * way * way - 13 * t * side * side;
                at[r][c] = out.vertex(stuff, p[0], p[1], p[2], reach - way, c * 4.0, down < 0 ? 0.7 : 0.97);
            }
        }
        return at;
    }

    private void button(Solids out, Crown crown, Solids.Stuff stuff) {
        double[] top = crown.at(0, body(ROWS - 1, 0));
        final int sides = 12;
        double[][] profile = {{7, -1}, {6.6, 1.2}, {4.5, 2.6}};
        int[] before = null;
        for (double[] ring : profile) {
            int[] now = new int[sides];
            for (int k = 0; k < sides; k++) {
                double a = 2 * StrictMath.PI * k / sides;
                now[k] = out.vertex(
                        stuff,
                        top[0] + ring[0] * StrictMath.sin(a),
                        top[1] + ring[1],
                        top[2] + ring[0] * StrictMath.cos(a),
                        4,
                        k,
                        0.9);
            }
            for (int k = 0; before != null && k < sides; k++) {
                int n = (k + 1) % sides;
                out.quad(stuff, before[k], before[n], now[n], now[k]);
            }
            before = now;
        }
        int pole = out.vertex(stuff, top[0], top[1] + 3, top[2], 4, 0, 0.95);
        for (int k = 0; k < sides; k++) {
            out.triangle(stuff, before[k], before[(k + 1) % sides], pole);
        }
    }
}
