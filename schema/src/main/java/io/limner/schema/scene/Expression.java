package io.limner.schema.scene;

/**
 * What the face does.
 *
 * @param preset named expression
 * @param intensity 0 (neutral) to 1 (full)
 */
public record Expression(Preset preset, double intensity) {
    public Expression {
        Range.checkPresent("expression.preset", preset);
        Range.check("expression.intensity", intensity, 0, 1);
    }

    /** Named expressions. */
    public enum Preset {
        NEUTRAL,
        SMILE,
        LAUGH,
        MOUTH_OPEN,
        BLINK,
        SAD,
        ANGRY,
        SURPRISE
    }
}
