package io.limner.renderer.head;

import io.limner.schema.scene.Subject;

/** Shuts the mouth of a face that does nothing. */
final class LipSeal {
    /** Weight of the mouth-open unit by which its effect on the lips is measured, and the most of it that shuts a mouth. */
    private static final double JAW_PROBE = 0.1;

    private static final double JAW_LIMIT = 0.25;
    /** Lips that are shut overlap by this, mm. */
    private static final double LIP_PRESS = 0.15;

    private final PackData data;

    LipSeal(PackData data) {
        this.data = data;
    }

    /**
     * Raises or lowers the jaw until the lips of a neutral face just meet; the archetypes and their blends leave many mouths ajar.
     */
    void shut(double[] coarse, Subject.Ancestry ancestry) {
        double[] opened = coarse.clone();
        Morphs open = new Morphs(data.targets());
        ExpressionShape.addUnit("mouth-open", JAW_PROBE, ancestry, open);
        open.apply(opened);
        double gap = lipGap(coarse);
        double slope = (lipGap(opened) - gap) / JAW_PROBE;
        double weight = Math.max(-JAW_LIMIT, Math.min(JAW_LIMIT, -(gap + LIP_PRESS) / slope));
        Morphs shut = new Morphs(data.targets());
        ExpressionShape.addUnit("mouth-open", weight, ancestry, shut);
        shut.apply(coarse);
    }

    /** How far the lips of {@code coarse} stand apart at most, mm; negative if they overlap everywhere. */
    private double lipGap(double[] coarse) {
        int[] lips = data.helpers().lips();
        double gap = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < lips.length; i += 2) {
            gap = Math.max(gap, coarse[3 * lips[i] + 1] - coarse[3 * lips[i + 1] + 1]);
        }
        return gap;
    }
}
