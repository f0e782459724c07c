package io.limner.renderer.head.wear;

/**
 * Sheets about the head above a rim. A place on them is an azimuth (radians, 0 in front, growing to the subject's left), a way up from the
 * rim and an offset from the skull.
 */
final class Crown {
    /** Columns about the head, a multiple of the six panels of a cap. */
    static final int COLUMNS = 84;

    /** What an angle is worth on the head, mm a radian. */
    static final double SCALE = 95;

    private final Skull skull;
    private final Rim rim;
    private final double[] starts = new double[COLUMNS + 1];

    Crown(Skull skull, Rim rim) {
        this.skull = skull;
        this.rim = rim;
        for (int c = 0; c <= COLUMNS; c++) {
            starts[c] = start(azimuth(c));
        }
    }

    /** Columns begin and end at the back of the head. */
    static double azimuth(int column) {
        return StrictMath.PI * (2.0 * column / COLUMNS - 1);
    }

    /** The elevation at which the skull meets the rim. */
    private double start(double azimuth) {
        double low = -0.8;
        double high = 1.2;
        for (int round = 0; round < 16; round++) {
            double middle = 0.5 * (low + high);
            double[] p = place(azimuth, middle, 0);
            if (rim.above(p, 0) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private double[] place(double azimuth, double elevation, double offset) {
        double level = StrictMath.cos(elevation);
        double x = level * StrictMath.sin(azimuth);
        double y = StrictMath.sin(elevation);
        double z = level * StrictMath.cos(azimuth);
        double r = skull.reach(x, y, z) + offset;
        return new double[] {Skull.CENTER[0] + r * x, Skull.CENTER[1] + r * y, Skull.CENTER[2] + r * z};
    }

    /** A place above the rim. */
    double[] at(double azimuth, Station station) {
        double column = (azimuth / StrictMath.PI + 1) * 0.5 * COLUMNS;
        int c = (int) Math.max(0, Math.min(COLUMNS - 1, Math.floor(column)));
        double start = starts[c] + (column - c) * (starts[c + 1] - starts[c]);
        double from = start + station.up / SCALE;
        return place(azimuth, from + station.share * (StrictMath.PI / 2 - from), station.offset);
    }

    /**
     * A height on a hat.
     *
     * @param up way up from the rim, mm
     * @param share of the way from there to the pole, 0 to 1
     * @param offset from the skull, mm
     */
    record Station(double up, double share, double offset) {}

    /** The form of a sheet: its station in a row, from below, at an azimuth. */
    @FunctionalInterface
    interface Form {
        Station at(int row, double azimuth);
    }

    /** The place on the pattern across the sheet, mm, of a point (head frame) at an azimuth. */
    @FunctionalInterface
    interface Pattern {
        double at(double azimuth, double[] point);
    }

    /**
     * A sheet all about the head, seen from outside.
     *
     * @param rows how many; where the last reaches the pole, it is closed there
     */
    void sheet(Solids out, Solids.Stuff stuff, int rows, Form form, Pattern pattern) {
        int[][] at = new int[rows][COLUMNS + 1];
        double[] way = new double[COLUMNS + 1];
        double[][] last = new double[COLUMNS + 1][];
        boolean closed = form.at(rows - 1, 0).share >= 1;
        for (int r = 0; r < (closed ? rows - 1 : rows); r++) {
            for (int c = 0; c <= COLUMNS; c++) {
                double azimuth = azimuth(c);
                double[] p = at(azimuth, form.at(r, azimuth));
                way[c] += last[c] == null ? 0 : Space.distance(p, last[c]);
                last[c] = p;
                at[r][c] = out.vertex(stuff, p[0], p[1], p[2], pattern.at(azimuth, p), way[c], r == 0 ? 0.4 : 0.95);
            }
        }
        int whole = closed ? rows - 1 : rows;
        for (int r = 0; r + 1 < whole; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                out.quad(stuff, at[r][c], at[r][c + 1], at[r + 1][c + 1], at[r + 1][c]);
            }
        }
        if (closed) {
            double[] p = at(0, form.at(rows - 1, 0));
            int pole = out.vertex(stuff, p[0], p[1], p[2], 0, way[0], 0.95);
            for (int c = 0; c < COLUMNS; c++) {
                out.triangle(stuff, at[whole - 1][c], at[whole - 1][c + 1], pole);
            }
        }
        for (int r = 0; r < whole; r++) {
            out.weld(at[r][0], at[r][COLUMNS]);
        }
    }

    /** A pattern that runs evenly about the head, {@code count} times {@code width} mm. */
    static Pattern ribs(int count, double width) {
        return (azimuth, p) -> azimuth / (2 * StrictMath.PI) * count * width;
    }
}
