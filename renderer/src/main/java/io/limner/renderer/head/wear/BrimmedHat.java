package io.limner.renderer.head.wear;

/** A hat of felt: a creased crown, a ribbon about it, a brim all round. */
final class BrimmedHat {
    private static final int ROWS = 26;
    private static final double BRIM = 58;
    private static final double RIBBON = 0.2;

    private final double pad;
    private final Chances chances;

    BrimmedHat(double pad, Chances chances) {
        this.pad = pad;
        this.chances = chances;
    }

    void build(Solids out, Crown crown, Solids.Stuff felt) {
        crown.sheet(out, felt, 9, this::brim, Crown.ribs(1, 600));
        crown.sheet(out, felt, ROWS, this::body, Crown.ribs(1, 600));
        double[] c = felt.color();
        Solids.Stuff ribbon = felt.colored(0.02 + 0.25 * c[0], 0.02 + 0.25 * c[1], 0.02 + 0.25 * c[2]);
        crown.sheet(out, ribbon, 7, this::ribbon, Crown.ribs(1, 600));
    }

    /** From the skin out along the underside, round the edge and back along the upper side to the crown. */
    private Crown.Station brim(int row, double azimuth) {
        return switch (row) {
            case 0 -> new Crown.Station(7, 0, 0.2);
            case 1 -> new Crown.Station(0.5, 0, 0.6 + 0.6 * pad);
            default -> {
                boolean above = row > 4;
                double t = above ? (8 - row) / 3.0 : (row - 1) / 3.0;
                double way = BRIM * t * (1 + 0.03 * StrictMath.cos(2 * azimuth));
                // Down in front, up at the sides.
                double lift = -0.10 - 0.10 * StrictMath.cos(azimuth) - 0.12 * StrictMath.cos(2 * azimuth);
                double up = (lift + 0.03 * chances.wave(azimuth, 3, 0)) * way + (above ? 2.6 : 0);
                yield new Crown.Station(up, 0, pad + 1 + way);
            }
        };
    }

    private Crown.Station ribbon(int row, double azimuth) {
        double share = 0.02 + RIBBON * Math.min(1, Math.max(0, (row - 1) / 4.0));
        double out = row == 0 || row == 6 ? -1 : 1.3;
        Crown.Station felt = body(share, azimuth);
        return new Crown.Station(felt.up(), felt.share(), felt.offset() + out);
    }

    /** The offset of the crown's side, a share of the way up. */
    private double wall(double share) {
        return pad + 2 + 6 * share;
    }

    private Crown.Station body(int row, double azimuth) {
        return body(row / (ROWS - 1.0), azimuth);
    }

    private Crown.Station body(double share, double azimuth) {
        double front = StrictMath.cos(azimuth);
        double side = Math.abs(StrictMath.sin(azimuth));
        double shoulder = StrictMath.exp(-StrictMath.pow((share - 0.52) / 0.22, 2));
        double offset = wall(share) + 13 * shoulder + 7 * share * share;
        // The crease along the top, and the dents on both sides of its front.
        double along = StrictMath.exp(-StrictMath.pow(Math.max(0, share - 0.5) * side * 4.2, 2));
        offset -= 12 * smooth(0.62, 0.86, share) * along;
        double pinch = StrictMath.exp(-StrictMath.pow((Math.abs(azimuth) - 0.75) / 0.38, 2));
        offset -= 9 * pinch * StrictMath.exp(-StrictMath.pow((share - 0.5) / 0.16, 2));
        offset += 5 * Math.max(0, front) * shoulder;
        return new Crown.Station(0, share, offset);
    }

    private static double smooth(double from, double to, double value) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }
}
