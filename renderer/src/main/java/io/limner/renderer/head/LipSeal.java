package io.limner.renderer.head;

import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Subject;
import java.util.Arrays;

/**
 * Shuts the mouth of a face that does nothing: the archetypes and their blends leave many mouths ajar. The jaw closes the mean gap;
 * what is left of it along the mouth is closed by the lips' own rims. Those also keep lips from crossing when a face moves.
 */
final class LipSeal {
    private static final String[] FAMILIES = {"african", "asian", "caucasian"};
    /** Weight of the mouth-open unit by which its effect on the lips is measured, and the most of it that shuts a mouth. */
    private static final double JAW_PROBE = 0.1;

    private static final double JAW_LIMIT = 0.25;
    /** By how much the coarse lips of a shut mouth overlap, mm: subdivision rounds their rims off by nearly as much. */
    private static final double PRESS = 1.8;
    /** By how much they may overlap while they press, roll or pout, mm. */
    private static final double CROSS = 2.6;
    /** How far from the line between the lips their rims give way, mm. */
    private static final double RIM = 7;
    /** Half the width of the mouth on the neutral adult, mm. */
    private static final double CORNER = 24;

    private final PackData data;
    private final int[] lips;
    private final double[] columns;
    private final int[] rim;
    private final double[] rimX;
    private final double[] rimShare;

    LipSeal(PackData data) {
        this.data = data;
        this.lips = data.helpers().lips();
        double[] neutral = data.surface().positions().clone();
        Morphs morphs = new Morphs(data.targets());
        MacroShape.addNeutral(morphs);
        morphs.apply(neutral);
        columns = new double[lips.length / 2];
        double[] line = new double[columns.length];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = (neutral[3 * lips[2 * c]] + neutral[3 * lips[2 * c + 1]]) / 2;
            line[c] = (neutral[3 * lips[2 * c] + 1] + neutral[3 * lips[2 * c + 1] + 1]) / 2;
        }
        int[] sides = lipVertices();
        rim = java.util.stream.IntStream.range(0, sides.length)
                .filter(v -> sides[v] != 0)
                .toArray();
        rimX = new double[rim.length];
        rimShare = new double[rim.length];
        for (int i = 0; i < rim.length; i++) {
            rimX[i] = neutral[3 * rim[i]];
            double away = Math.abs(neutral[3 * rim[i] + 1] - along(line, rimX[i])) / RIM;
            double share = Math.max(0, 1 - away);
            rimShare[i] = sides[rim[i]] * 0.5 * share * share * (3 - 2 * share);
        }
    }

    /** Shuts the lips of {@code coarse} (mm, 3 a coarse vertex). */
    void shut(double[] coarse, Subject.Ancestry ancestry) {
        double[] opened = coarse.clone();
        Morphs open = new Morphs(data.targets());
        addMouthOpen(JAW_PROBE, ancestry, open);
        open.apply(opened);
        double gap = Arrays.stream(gaps(coarse)).average().orElse(0);
        double slope = (Arrays.stream(gaps(opened)).average().orElse(0) - gap) / JAW_PROBE;
        double weight = Math.max(-JAW_LIMIT, Math.min(JAW_LIMIT, -(gap + PRESS) / slope));
        Morphs shut = new Morphs(data.targets());
        addMouthOpen(weight, ancestry, shut);
        shut.apply(coarse);
        double[] left = gaps(coarse);
        for (int c = 0; c < left.length; c++) {
            left[c] = Math.max(0, left[c] + PRESS);
        }
        for (int i = 0; i < rim.length; i++) {
            coarse[3 * rim[i] + 1] += rimShare[i] * along(left, rimX[i]);
        }
    }

    /** Moves lips apart that movements of the face have driven through each other, farther than they overlap at rest. */
    void part(double[] resting, double[] coarse) {
        double[] rest = gaps(resting);
        double[] excess = gaps(coarse);
        boolean crossing = false;
        for (int c = 0; c < excess.length; c++) {
            excess[c] = Math.min(0, excess[c] - Math.min(-CROSS, rest[c]));
            crossing |= excess[c] < 0;
        }
        if (crossing) {
            for (int i = 0; i < rim.length; i++) {
                coarse[3 * rim[i] + 1] += rimShare[i] * along(excess, rimX[i]);
            }
        }
    }

    /** How far the lips stand apart in each column, mm; negative where they overlap. */
    private double[] gaps(double[] coarse) {
        double[] gaps = new double[columns.length];
        for (int c = 0; c < gaps.length; c++) {
            gaps[c] = coarse[3 * lips[2 * c] + 1] - coarse[3 * lips[2 * c + 1] + 1];
        }
        return gaps;
    }

    /** Interpolates values of the columns at x; beyond the last column they stay until the corner. */
    private double along(double[] values, double x) {
        int last = columns.length - 1;
        if (x <= columns[0] || x >= columns[last]) {
            double end = values[x <= columns[0] ? 0 : last];
            return Math.abs(x) > CORNER ? 0 : end;
        }
        int c = 1;
        while (columns[c] < x) {
            c++;
        }
        double t = (x - columns[c - 1]) / (columns[c] - columns[c - 1]);
        return values[c - 1] + t * (values[c] - values[c - 1]);
    }

    /** The unit that opens the mouth, blended over the ancestries by weight; a negative weight shuts it. */
    private static void addMouthOpen(double weight, Subject.Ancestry ancestry, Morphs morphs) {
        double[] shares = MacroShape.ancestryWeights(ancestry);
        for (int i = 0; i < FAMILIES.length; i++) {
            morphs.add("expression/units/" + FAMILIES[i] + "/mouth-open", weight * shares[i]);
        }
    }

    /** For each surface vertex: -1 on the upper lip, which moves down, 1 on the lower lip, 0 elsewhere. */
    private int[] lipVertices() {
        int[] quads = data.surface().quads();
        byte[] classes = data.surface().classes();
        int[] out = new int[data.surface().vertexCount()];
        for (int c = 0; c < quads.length; c++) {
            int code = classes[2 * c];
            if (code == SegmentationClass.UPPER_LIP.code()) {
                out[quads[c]] = -1;
            } else if (code == SegmentationClass.LOWER_LIP.code()) {
                out[quads[c]] = 1;
            }
        }
        return out;
    }
}
