package io.limner.renderer.head.pack;

import io.limner.schema.label.SegmentationClass;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Which part of the face each quad of the base mesh shows. */
final class Regions {
    /** Rings of quads about the mouth that are vermilion. */
    private static final int LIP_RINGS = 6;

    /** The nose is what any of these moves by more than a share of its strongest movement: bridge, wings, nostrils. */
    private static final Map<String, Double> NOSE_SHARES =
            Map.of("nose/nose-scale-depth-incr", 0.47, "nose/nose-flaring-incr", 0.2, "nose/nose-height-max", 0.86);

    private static final double EAR_SHARE = 0.1;

    /** The ear's outline in side view, mm on the neutral adult. */
    private static final double EAR_Y = 714;

    private static final double EAR_Z = 45;
    private static final double EAR_HALF_HEIGHT = 29.5;
    private static final double EAR_HALF_WIDTH = 25;

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
        lips();
    }

    /** Class of each quad; null off the body. Face, ears and nose all count as skin, the whole trunk as neck. */
    SegmentationClass[] classes() {
        return classes;
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

    /**
     * Fields over the base mesh's vertices, positive where a region of bare skin reaches: their zero crossings are smoother than
     * the borders of quads.
     */
    Map<SegmentationClass, double[]> fields() {
        Map<SegmentationClass, double[]> fields = new EnumMap<>(SegmentationClass.class);
        double[] neutral = base.neutral();
        double[] neck = new double[base.mesh().vertexCount()];
        for (int v = 0; v < neck.length; v++) {
            neck[v] = jawHeight(neutral[3 * v + 2]) - neutral[3 * v + 1];
        }
        fields.put(SegmentationClass.NECK, neck);
        double[] nose = new double[neck.length];
        Arrays.fill(nose, Double.NEGATIVE_INFINITY);
        NOSE_SHARES.forEach((target, threshold) -> {
            double[] part = share(target, threshold);
            for (int v = 0; v < nose.length; v++) {
                nose[v] = Math.max(nose[v], part[v]);
            }
        });
        fields.put(SegmentationClass.NOSE, nose);
        double[] left = share("ears/l-ear-wing-out", EAR_SHARE);
        double[] right = share("ears/r-ear-wing-out", EAR_SHARE);
        for (int v = 0; v < left.length; v++) {
            left[v] = Math.min(Math.max(left[v], right[v]), inEarOutline(neutral[3 * v + 1], neutral[3 * v + 2]));
        }
        fields.put(SegmentationClass.EAR, left);
        return fields;
    }

    /** Positive inside an ellipse about the ear in side view: what moves with the ear beyond it is head. */
    private static double inEarOutline(double y, double z) {
        double down = (y - EAR_Y) / EAR_HALF_HEIGHT;
        double along = (z - EAR_Z) / EAR_HALF_WIDTH;
        return 1 - down * down - along * along;
    }

    /** How far a target moves each vertex, relative to its strongest movement, less {@code threshold}. */
    private double[] share(String target, double threshold) {
        double[] movement = lengths(target);
        double[] moving = Arrays.stream(movement).filter(m -> m > 0).sorted().toArray();
        // The 98th percentile: single vertices may move much farther than the rest.
        double top = moving[(int) (0.98 * (moving.length - 1))];
        return Arrays.stream(movement).map(m -> m / top - threshold).toArray();
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
            double[] one = lengths("expression/units/" + ancestry + "/mouth-open");
            for (int q = 0; q < open.length; q++) {
                for (int k = 0; k < 4; k++) {
                    open[q] += one[quads[4 * q + k]] / 12;
                }
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

    /** Length of a target's displacement of each vertex, mm. */
    private double[] lengths(String target) {
        double[] delta = targets.dense(target);
        double[] out = new double[delta.length / 3];
        for (int v = 0; v < out.length; v++) {
            out[v] = Math.sqrt(delta[3 * v] * delta[3 * v]
                    + delta[3 * v + 1] * delta[3 * v + 1]
                    + delta[3 * v + 2] * delta[3 * v + 2]);
        }
        return out;
    }
}
