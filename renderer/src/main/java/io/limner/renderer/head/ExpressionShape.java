package io.limner.renderer.head;

import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Subject;
import java.util.EnumMap;
import java.util.Map;

/** What the face does: named expressions as blends of the head data's expression units, and lids that follow the gaze. */
final class ExpressionShape {
    private static final String[] FAMILIES = {"african", "asian", "caucasian"};
    private static final Map<Expression.Preset, Units> PRESETS = new EnumMap<>(Expression.Preset.class);
    /** How far the upper lids sink at 25 degrees of downward gaze, and rise at 25 degrees of upward gaze. */
    private static final double LID_SINK = 0.3;

    private static final double LID_RISE = 0.6;
    private static final double FULL_PITCH = 25;

    static {
        PRESETS.put(Expression.Preset.NEUTRAL, new Units());
        PRESETS.put(
                Expression.Preset.SMILE,
                new Units()
                        .with("mouth-corner-puller", 0.6)
                        .with("mouth-upward-retraction", 0.35)
                        .both("eye-*-slit", 0.25)
                        .both("eyebrows-*-extern-up", 0.15));
        PRESETS.put(
                Expression.Preset.LAUGH,
                new Units()
                        .with("mouth-upward-retraction", 0.85)
                        .with("mouth-corner-puller", 0.35)
                        .with("mouth-open", 0.22)
                        .both("eye-*-slit", 0.45)
                        .both("nose-*-elevation", 0.2)
                        .both("eyebrows-*-up", 0.15));
        PRESETS.put(Expression.Preset.MOUTH_OPEN, new Units().with("mouth-open", 0.5));
        PRESETS.put(Expression.Preset.BLINK, new Units().both("eye-*-closure", 1.06));
        PRESETS.put(
                Expression.Preset.SAD,
                new Units()
                        .with("mouth-depression", 0.7)
                        .both("eyebrows-*-inner-up", 0.8)
                        .both("eye-*-closure", 0.12));
        PRESETS.put(
                Expression.Preset.ANGRY,
                new Units()
                        .both("eyebrows-*-down", 0.9)
                        .both("eye-*-slit", 0.3)
                        .with("mouth-compression", 0.5)
                        .both("nose-*-dilatation", 0.4)
                        .with("nose-compression", 0.3));
        PRESETS.put(
                Expression.Preset.SURPRISE,
                new Units()
                        .both("eyebrows-*-up", 0.9)
                        .both("eyebrows-*-inner-up", 0.3)
                        .both("eye-*-opened-up", 0.6)
                        .with("mouth-open", 0.3));
    }

    private ExpressionShape() {}

    /** Adds expression and lids; unit targets are blended over the ancestries by weight. */
    static void add(Expression expression, Gaze gaze, Subject.Ancestry ancestry, Morphs morphs) {
        Units units = new Units();
        PRESETS.get(expression.preset()).weights.forEach((name, w) -> units.with(name, w * expression.intensity()));
        boolean shut = expression.preset() == Expression.Preset.BLINK;
        double open = shut ? 1 - expression.intensity() : 1;
        if (gaze.pitch() > 0) {
            units.both("eye-*-closure", open * LID_SINK * gaze.pitch() / FULL_PITCH);
        } else {
            units.both("eye-*-opened-up", -open * LID_RISE * gaze.pitch() / FULL_PITCH);
        }
        units.weights.forEach((name, w) -> addUnit(name, w, ancestry, morphs));
    }

    /** Adds one expression unit, blended over the ancestries by weight. */
    static void addUnit(String unit, double weight, Subject.Ancestry ancestry, Morphs morphs) {
        double[] shares = MacroShape.ancestryWeights(ancestry);
        for (int i = 0; i < FAMILIES.length; i++) {
            morphs.add("expression/units/" + FAMILIES[i] + "/" + unit, weight * shares[i]);
        }
    }

    /** Weights of expression units. */
    private static final class Units {
        private final Map<String, Double> weights = new java.util.LinkedHashMap<>();

        Units with(String unit, double weight) {
            weights.merge(unit, weight, Double::sum);
            return this;
        }

        Units both(String unit, double weight) {
            return with(unit.replace("*", "left"), weight).with(unit.replace("*", "right"), weight);
        }
    }
}
