package io.limner.schema.scene;

/**
 * What is worn: a plain shirt of one colour.
 *
 * @param clothingHue degrees on the colour circle, 0 to 360
 * @param clothingSaturation 0 to 1
 * @param clothingValue 0 (black) to 1 (bright)
 */
public record Wear(double clothingHue, double clothingSaturation, double clothingValue) {
    public Wear {
        Range.check("wear.clothing_hue", clothingHue, 0, 360);
        Range.check("wear.clothing_saturation", clothingSaturation, 0, 1);
        Range.check("wear.clothing_value", clothingValue, 0, 1);
    }
}
