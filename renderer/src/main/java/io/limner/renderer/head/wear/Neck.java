package io.limner.renderer.head.wear;

import io.limner.renderer.head.Mesh;
import io.limner.schema.label.SegmentationClass;
import java.util.Arrays;

/** How far neck, shoulders and shirt reach from the axis of the neck, by azimuth and height, in the world, mm. */
final class Neck {
    private static final double HIGHEST = -40;
    private static final double STEP = 5;
    private static final int LEVELS = 40;
    /** No scarf is higher, mm. */
    private static final double TOP = -84;

    private final int around;
    private final double[] reach;
    private final double[] tops;
    private final double axis;

    /** @param around how many azimuths are told apart */
    Neck(Mesh head, int around) {
        this.around = around;
        reach = new double[around * LEVELS];
        tops = new double[around];
        byte[] classes = head.topology().classes();
        int[] t = head.topology().triangles();
        double[] p = head.positions();
        axis = axis(p, classes, t);
        Arrays.fill(tops, TOP);
        for (int i = 0; i < classes.length; i++) {
            boolean below =
                    classes[i] == SegmentationClass.NECK.code() || classes[i] == SegmentationClass.CLOTHING.code();
            boolean above = classes[i] == SegmentationClass.SKIN.code();
            if (!below && !above) {
                continue;
            }
            int a = 3 * t[3 * i];
            int b = 3 * t[3 * i + 1];
            int c = 3 * t[3 * i + 2];
            if (p[a + 1] < HIGHEST - STEP * LEVELS || p[a + 1] > HIGHEST + 10) {
                continue;
            }
            for (int k = 0; k < 7; k++) {
                double u = new double[] {1, 0, 0, 0.5, 0.5, 0, 1 / 3.0}[k];
                double v = new double[] {0, 1, 0, 0.5, 0, 0.5, 1 / 3.0}[k];
                double w = 1 - u - v;
                double x = u * p[a] + v * p[b] + w * p[c];
                double y = u * p[a + 1] + v * p[b + 1] + w * p[c + 1];
                double z = u * p[a + 2] + v * p[b + 2] + w * p[c + 2] - axis;
                note(below, column(x, z), y, StrictMath.sqrt(x * x + z * z));
            }
        }
        fill();
        ease();
    }

    private static double axis(double[] p, byte[] classes, int[] t) {
        double least = 1e9;
        double most = -1e9;
        for (int i = 0; i < classes.length; i++) {
            int v = 3 * t[3 * i];
            if (classes[i] == SegmentationClass.NECK.code() && p[v + 1] < -95 && p[v + 1] > -125) {
                least = Math.min(least, p[v + 2]);
                most = Math.max(most, p[v + 2]);
            }
        }
        return 0.5 * (least + most);
    }

    private int column(double x, double z) {
        double turn = StrictMath.atan2(x, z) / (2 * StrictMath.PI) * around;
        return Math.floorMod((int) Math.rint(turn), around);
    }

    private void note(boolean below, int column, double y, double r) {
        if (below) {
            int level = (int) Math.floor((HIGHEST - y) / STEP);
            if (level >= 0 && level < LEVELS) {
                reach[column * LEVELS + level] = Math.max(reach[column * LEVELS + level], r);
            }
        } else if (r > 35) {
            tops[column] = Math.min(tops[column], y - 5);
        }
    }

    /** Empty places take what is beside them, else what is above. */
    private void fill() {
        for (int round = 0; round < 3; round++) {
            double[] before = reach.clone();
            for (int c = 0; c < around; c++) {
                for (int l = 0; l < LEVELS; l++) {
                    if (before[c * LEVELS + l] == 0) {
                        reach[c * LEVELS + l] = Math.max(
                                before[Math.floorMod(c - 1, around) * LEVELS + l],
                                before[(c + 1) % around * LEVELS + l]);
                    }
                }
            }
        }
        for (int c = 0; c < around; c++) {
            for (int l = 1; l < LEVELS; l++) {
                if (reach[c * LEVELS + l] == 0) {
                    reach[c * LEVELS + l] = reach[c * LEVELS + l - 1];
                }
            }
            for (int l = LEVELS - 2; l >= 0; l--) {
                if (reach[c * LEVELS + l] == 0) {
                    reach[c * LEVELS + l] = reach[c * LEVELS + l + 1];
                }
            }
        }
    }

    /** The upper edge runs smoothly, nowhere higher than it may. */
    private void ease() {
        for (int round = 0; round < 12; round++) {
            double[] before = tops.clone();
            for (int c = 0; c < around; c++) {
                double mean = (before[Math.floorMod(c - 1, around)] + before[c] + before[(c + 1) % around]) / 3;
                tops[c] = Math.min(before[c], mean);
            }
        }
    }

    /** The height of the upper edge of a scarf. */
    double top(int column) {
        return tops[column];
    }

    /** The lowest upper edge. */
    double low() {
        return Arrays.stream(tops).min().orElseThrow() - 60;
    }

    double reach(int column, double y) {
        double level = Math.max(0, Math.min(LEVELS - 1.001, (HIGHEST - y) / STEP - 0.5));
        int l = (int) level;
        double t = level - l;
        return (1 - t) * reach[column * LEVELS + l] + t * reach[column * LEVELS + l + 1];
    }

    /** The height at which the shoulder reaches so much farther than the neck. */
    double shoulder(int column, double farther) {
        double inner = reach(column, tops[column] - 6);
        double y = tops[column] - 12;
        while (y > HIGHEST - STEP * (LEVELS - 2) && reach(column, y) < inner + farther) {
            y -= 2;
        }
        return y;
    }

    /** Where the axis stands: its z. */
    double axis() {
        return axis;
    }

    /** Distance from the axis of a point of the world. */
    double radius(double x, double z) {
        return StrictMath.hypot(x, z - axis);
    }

    /** The column of a point of the world. */
    int columnOf(double x, double z) {
        return column(x, z - axis);
    }

    /** A point in the world. */
    double[] at(double azimuth, double r, double y) {
        return new double[] {r * StrictMath.sin(azimuth), y, axis + r * StrictMath.cos(azimuth)};
    }
}
