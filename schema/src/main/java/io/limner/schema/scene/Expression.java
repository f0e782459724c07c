package io.limner.schema.scene;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the face does: a preset and single movements, which add up.
 *
 * @param preset named combination of movements
 * @param intensity strength of the preset, 0 (neutral) to 1 (full)
 * @param movements strength of single movements, 0 to 1; those that are left out are 0
 */
public record Expression(Preset preset, double intensity, Map<Blendshape, Double> movements) {
    public Expression {
        Range.checkPresent("expression.preset", preset);
        Range.check("expression.intensity", intensity, 0, 1);
        Map<Blendshape, Double> moving = new EnumMap<>(Blendshape.class);
        movements.forEach((movement, strength) -> {
            Range.check(movement.parameter(), strength, 0, 1);
            if (strength > 0) {
                moving.put(movement, strength);
            }
        });
        movements = Collections.unmodifiableMap(moving);
    }

    /** A preset alone. */
    public Expression(Preset preset, double intensity) {
        this(preset, intensity, Map.of());
    }

    /** The strength of a single movement, 0 to 1, without the preset's share. */
    public double strength(Blendshape movement) {
        return movements.getOrDefault(movement, 0.0);
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
        SURPRISE,
        FEAR,
        DISGUST,
        CONTEMPT,
        WINK,
        KISS,
        YAWN
    }
}
