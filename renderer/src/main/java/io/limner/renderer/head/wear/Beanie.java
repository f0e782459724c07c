package io.limner.renderer.head.wear;

/** A knitted cap with a turned-up cuff. */
final class Beanie {
    private static final int ROWS = 26;
    private static final int RIBS = 110;
    private static final double RIB = 5.4;
    /** Height of the cuff, mm. */
    private static final double CUFF = 44;

    private final double pad;
    private final Chances chances;

    /**
     * @param pad how thick the hair under it is, mm
     * @param chances what makes its folds
     */
    Beanie(double pad, Chances chances) {
        this.pad = pad;
        this.chances = chances;
    }

    void build(Solids out, Crown crown, Solids.Stuff wool) {
        crown.sheet(out, wool, 10, this::cuff, Crown.ribs(RIBS, RIB));
        crown.sheet(out, wool, ROWS, this::body, Crown.ribs(RIBS, RIB));
    }

    /** From the skin round the lower edge, up, and in over the upper edge. */
    private Crown.Station cuff(int row, double azimuth) {
        double wave = 1.3 * chances.wave(azimuth, 3, 0);
        double edge = CUFF + 1.6 * chances.wave(azimuth, 4, 1);
        return switch (row) {
            case 0 -> new Crown.Station(7, 0, 0.2);
            case 1 -> new Crown.Station(1.5, 0, 0.6 + 0.5 * pad);
            case 2 -> new Crown.Station(0, 0, pad + 2.5);
            case 3 -> new Crown.Station(1.5, 0, pad + 5.5);
            case 4 -> new Crown.Station(0.25 * edge, 0, pad + 6.6 + wave);
            case 5 -> new Crown.Station(0.55 * edge, 0, pad + 7.2 + wave);
            case 6 -> new Crown.Station(edge - 3, 0, pad + 7.4 + wave);
            case 7 -> new Crown.Station(edge, 0, pad + 6.4 + wave);
            case 8 -> new Crown.Station(edge + 0.5, 0, pad + 4.5);
            default -> new Crown.Station(edge - 3, 0, pad + 1.5);
        };
    }

    private Crown.Station body(int row, double azimuth) {
        double share = row / (ROWS - 1.0);
        double top = share * share * (3 - 2 * share);
        double back = 0.5 - 0.5 * StrictMath.cos(azimuth);
        double belly = 4 * share * (1 - share);
        double fold = 1.6 * belly * chances.wave(azimuth + 2.5 * share, 3, 2)
                + 1.1 * belly * chances.wave(azimuth - 4 * share, 5, 3);
        // Where it is gathered at the top, it lies in pleats.
        double pleat = 2.2 * StrictMath.cos(9 * azimuth) * share * share * share * (1 - share) * 6;
        double offset = pad + 3 + 9 * top + belly * (2.5 + 6 * back) + fold + pleat;
        return new Crown.Station(CUFF - 8, share, offset);
    }
}
