package io.limner.renderer.head.pack;

import io.limner.schema.label.SegmentationClass;
import java.util.Arrays;

/** Which part of the face each quad of the base mesh shows. */
final class Regions {
    /** Rings of quads about the mouth that are vermilion. */
    private static final int LIP_RINGS = 6;

    private static final double NOSE_SHARE = 0.42;
    private static final double EAR_SHARE = 0.2;

    private final BaseHead base;
    private final SourceTargets targets;
    private final SegmentationClass[] classes;

    Regions(BaseHead base, SourceTargets targets) {
        this.base = base;
        this.targets = targets;
        this.classes = new SegmentationClass[base.mesh().quadCount()];
        for (int q = 0; q < classes.length; q++) {
            if (base.body(q)) {
                classes[q] = switch (base.island(q)) {
                    case MOUTH -> SegmentationClass.MOUTH_INTERIOR;
                    case HEAD, SOCKET -> SegmentationClass.SKIN;
                    case BODY, ELSEWHERE -> SegmentationClass.NECK;
                };
            }
        }
        neck();
        nose();
        ears();
        lips();
    }

    /** Class of each quad; null off the body. Everything below the collar still counts as neck. */
    SegmentationClass[] classes() {
        return classes;
    }

    private void neck() {
        for (int q = 0; q < classes.length; q++) {
            if (classes[q] == SegmentationClass.SKIN && base.center(q, 1) < jawHeight(base.center(q, 2))) {
                classes[q] = SegmentationClass.NECK;
            }
        }
    }

    /** Height of the border between face and neck at depth z, mm: under the chin, along the jaw, then level behind the ear. */
    static double jawHeight(double z) {
        double[] depths = {20, 40, 60, 100, 132};
        double[] heights = {686, 674, 655, 633, 625};
        if (z <= depths[0]) {
            return heights[0];
        }
        for (int i = 1; i < depths.length; i++) {
            if (z <= depths[i]) {
                double t = (z - depths[i - 1]) / (depths[i] - depths[i - 1]);
                return heights[i - 1] + t * (heights[i] - heights[i - 1]);
            }
        }
        return heights[depths.length - 1];
    }

    private void nose() {
        double[] depth = movement("nose/nose-scale-depth-incr");
        double[] across = movement("nose/nose-scale-horiz-incr");
        double depthTop = top(depth);
        double acrossTop = top(across);
        for (int q = 0; q < classes.length; q++) {
            boolean alongSide = across[q] > 0.8 * acrossTop && depth[q] > 0.12 * depthTop;
            if (classes[q] == SegmentationClass.SKIN && (depth[q] > NOSE_SHARE * depthTop || alongSide)) {
                classes[q] = SegmentationClass.NOSE;
            }
        }
    }

    private void ears() {
        for (String side : new String[] {"l", "r"}) {
            double[] wing = movement("ears/" + side + "-ear-wing-out");
            double limit = EAR_SHARE * top(wing);
            for (int q = 0; q < classes.length; q++) {
                boolean skin = classes[q] == SegmentationClass.SKIN || classes[q] == SegmentationClass.NECK;
                if (skin && wing[q] > limit) {
                    classes[q] = SegmentationClass.EAR;
                }
            }
        }
    }

    private void lips() {
        int[] quads = base.mesh().quads();
        boolean[] reached = new boolean[base.mesh().vertexCount()];
        for (int q = 0; q < classes.length; q++) {
            if (classes[q] == SegmentationClass.MOUTH_INTERIOR) {
                mark(quads, q, reached);
            }
        }
        double[] open = new double[classes.length];
        for (String ancestry : new String[] {"african", "asian", "caucasian"}) {
            double[] one = movement("expression/units/" + ancestry + "/mouth-open");
            for (int q = 0; q < open.length; q++) {
                open[q] += one[q] / 3;
            }
        }
        for (int ring = 0; ring < LIP_RINGS; ring++) {
            boolean[] grown = reached.clone();
            for (int q = 0; q < classes.length; q++) {
                if (classes[q] == SegmentationClass.SKIN && touches(quads, q, reached)) {
                    classes[q] = SegmentationClass.LOWER_LIP;
                    mark(quads, q, grown);
                }
            }
            reached = grown;
        }
        double most = 0;
        for (int q = 0; q < classes.length; q++) {
            if (classes[q] == SegmentationClass.LOWER_LIP) {
                most = Math.max(most, open[q]);
            }
        }
        for (int q = 0; q < classes.length; q++) {
            if (classes[q] == SegmentationClass.LOWER_LIP && open[q] < 0.45 * most) {
                classes[q] = SegmentationClass.UPPER_LIP;
            }
        }
    }

    private static boolean touches(int[] quads, int q, boolean[] reached) {
        return reached[quads[4 * q]]
                || reached[quads[4 * q + 1]]
                || reached[quads[4 * q + 2]]
                || reached[quads[4 * q + 3]];
    }

    private static void mark(int[] quads, int q, boolean[] reached) {
        for (int k = 0; k < 4; k++) {
            reached[quads[4 * q + k]] = true;
        }
    }

    /** Mean length of a target's displacement over each quad, mm. */
    private double[] movement(String target) {
        double[] delta = targets.dense(target);
        int[] quads = base.mesh().quads();
        double[] out = new double[classes.length];
        for (int q = 0; q < out.length; q++) {
            for (int k = 0; k < 4; k++) {
                int at = 3 * quads[4 * q + k];
                out[q] +=
                        Math.sqrt(delta[at] * delta[at] + delta[at + 1] * delta[at + 1] + delta[at + 2] * delta[at + 2])
                                / 4;
            }
        }
        return out;
    }

    /** The 98th percentile of what moves at all. */
    private static double top(double[] movement) {
        double[] moving = Arrays.stream(movement).filter(m -> m > 0).sorted().toArray();
        return moving[(int) (0.98 * (moving.length - 1))];
    }
}
