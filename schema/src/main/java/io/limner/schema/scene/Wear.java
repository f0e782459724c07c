package io.limner.schema.scene;

/**
 * What is worn: a plain shirt of one colour.
 *
 * @param clothingHue degrees on the colour circle, 0 to 360
 * @param clothingSaturation 0 to 1
 * @param clothingValue 0 (black) to 1 (bright)
 */
public record Wear(double clothingHue, double clothingSaturation, double clothingValue) {}
