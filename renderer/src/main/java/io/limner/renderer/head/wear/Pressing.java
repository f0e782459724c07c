package io.limner.renderer.head.wear;

import io.limner.renderer.head.Cover;
import io.limner.schema.scene.Hair;

/** How what is worn lies on hair: under it hair is flat, beside it hair rises again. */
final class Pressing {
    /** How fast hair rises beside what presses it, mm a mm. */
    private static final double RISE = 0.4;

    /** How far hair is pressed beside it, mm. */
    private static final double BESIDE = 45;

    private Pressing() {}

    /** How thick hair of that style is under a hat, mm. */
    static double thickness(Hair.Style style) {
        return switch (style) {
            case BALD -> 0.6;
            case BUZZ -> 2;
            case CREW_CUT, SLICKED_BACK -> 3;
            case CURLY -> 6;
            case AFRO -> 7;
            default -> 4;
        };
    }

    /**
     * A hat or a band about the head.
     *
     * @param high how far above the rim it ends, mm; infinite for hats
     * @param room for hair under it, mm
     */
    static Cover hat(Skull skull, Rim rim, double high, double room) {
        return (points, at) -> {
            double off = 0;
            // What is pressed comes under another part.
            for (int round = 0; round < 3; round++) {
                double above = rim.above(points, at);
                off = Math.max(-above, above - high);
                if (off < BESIDE) {
                    limit(skull, points, at, room + RISE * Math.max(0, off - 2));
                }
            }
            return off < -1.5;
        };
    }

    /** Keeps a point within so many mm of the skull. */
    static void limit(Skull skull, double[] points, int at, double room) {
        double[] c = Skull.CENTER;
        double x = points[at] - c[0];
        double y = points[at + 1] - c[1];
        double z = points[at + 2] - c[2];
        double most = skull.reach(x, y, z) + room;
        double r = StrictMath.sqrt(x * x + y * y + z * z);
        if (r > most) {
            points[at] = c[0] + x * most / r;
            points[at + 1] = c[1] + y * most / r;
            points[at + 2] = c[2] + z * most / r;
        }
    }
}
