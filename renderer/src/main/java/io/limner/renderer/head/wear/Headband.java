package io.limner.renderer.head.wear;

/** A knitted band about the head, above the ears. */
final class Headband {
    /** Its height, mm. */
    static final double HEIGHT = 46;

    private static final int RIBS = 110;
    private static final double RIB = 5.4;

    private final double pad;
    private final Chances chances;

    Headband(double pad, Chances chances) {
        this.pad = pad;
        this.chances = chances;
    }

    void build(Solids out, Crown crown, Solids.Stuff wool) {
        crown.sheet(out, wool, 9, this::band, Crown.ribs(RIBS, RIB));
    }

    private Crown.Station band(int row, double azimuth) {
        double wave = 0.8 * chances.wave(azimuth, 4, 0);
        double edge = HEIGHT + 1.5 * chances.wave(azimuth, 3, 1);
        return switch (row) {
            case 0 -> new Crown.Station(6, 0, 0.2);
            case 1 -> new Crown.Station(1, 0, 0.6 + 0.6 * pad);
            case 2 -> new Crown.Station(0, 0, pad + 1.8);
            case 3 -> new Crown.Station(2, 0, pad + 3.2);
            case 4 -> new Crown.Station(0.5 * edge, 0, pad + 4.2 + wave);
            case 5 -> new Crown.Station(edge - 2, 0, pad + 3.2);
            case 6 -> new Crown.Station(edge, 0, pad + 1.8);
            case 7 -> new Crown.Station(edge - 1, 0, 0.6 + 0.6 * pad);
            default -> new Crown.Station(edge - 6, 0, 0.2);
        };
    }
}
