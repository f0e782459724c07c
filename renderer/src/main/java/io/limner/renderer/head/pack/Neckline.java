package io.limner.renderer.head.pack;

import io.limner.renderer.head.MorphTarget;
import io.limner.schema.scene.Wear;

/**
 * Where the skin of a cut ends and the shirt begins: a surface through the base mesh, mm in its own frame. All start from that of the crew
 * neck, a plane that slants down to the front and rises over the shoulders, so that the collar stays close to the neck.
 */
enum Neckline {
    CREW_NECK(Wear.Cut.CREW_NECK) {
        @Override
        double lower(double x, double z) {
            return 0;
        }
    },
    V_NECK(Wear.Cut.V_NECK) {
        @Override
        double lower(double x, double z) {
            return 66 * front(z) * Math.max(0, 1 - Math.abs(x) / 58);
        }
    },
    SCOOP_NECK(Wear.Cut.SCOOP_NECK) {
        @Override
        double lower(double x, double z) {
            return 10 + 36 * front(z) * Math.max(0, 1 - x * x / (70 * 70));
        }
    },
    TURTLENECK(Wear.Cut.TURTLENECK) {
        @Override
        double lower(double x, double z) {
            return -34;
        }
    };

    private static final double HEIGHT_FRONT = 566;
    private static final double HEIGHT_BACK = 596;
    private static final double DEPTH_FRONT = 45;
    private static final double DEPTH_BACK = -50;
    private static final double SIDE_START = 35;
    private static final double SIDE_RISE = 0.55;

    private final Wear.Cut cut;

    Neckline(Wear.Cut cut) {
        this.cut = cut;
    }

    /** Name of the morph target that makes this neckline of the crew neck. */
    String target() {
        return MorphTarget.of(cut);
    }

    /** How far a point lies above the neckline's surface, mm. */
    double above(double x, double y, double z) {
        double slope = (HEIGHT_FRONT - HEIGHT_BACK) / (DEPTH_FRONT - DEPTH_BACK);
        double rise = SIDE_RISE * Math.max(0, Math.abs(x) - SIDE_START);
        return y - HEIGHT_BACK - slope * (z - DEPTH_BACK) - rise + lower(x, z);
    }

    /** By how much it is lower than the crew neck there, mm. */
    abstract double lower(double x, double z);

    /** 1 on the chest, 0 on the back. */
    private static double front(double z) {
        double t = Math.max(0, Math.min(1, (z + 20) / 50));
        return t * t * (3 - 2 * t);
    }
}
