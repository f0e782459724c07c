package io.limner.renderer.head;

import java.util.List;

/**
 * The colour of a user's skin relative to its mean, as pictures in the file tell it: so a head keeps its own lips, brows and marks, and skin
 * has the tone that the scene says. Texels are sRGB-coded; their linear value times {@link #RANGE} is the factor by which skin colour is
 * multiplied. Vertices name the layer by their texture coordinate: {@link #u}.
 *
 * @param side texels of a side of every layer
 * @param layers how many
 * @param rgba 4 bytes a texel, row-major from texture coordinate v = 0, layer by layer
 * @param skin what was measured
 */
public record HeadColors(int side, int layers, byte[] rgba, Skin skin) {
    /** The largest factor. */
    public static final int RANGE = 6;
    /** How far layers lie apart in texture coordinates. */
    public static final int APART = 4;

    /**
     * The skin that the pictures show.
     *
     * @param mean its linear albedo: red, green, blue
     * @param materials names of the materials that have a picture
     */
    public record Skin(List<Double> mean, List<String> materials) {
        public Skin {
            mean = List.copyOf(mean);
            materials = List.copyOf(materials);
        }
    }

    public HeadColors {
        if (rgba.length != 4L * side * side * layers) {
            throw new IllegalArgumentException(
                    layers + " layers of " + side + " x " + side + " texels have " + rgba.length + " bytes");
        }
    }

    /** The first texture coordinate of a vertex whose own is {@code u}, about 0 to 1, in a layer. What has no picture is at 0. */
    public static float u(float u, int layer) {
        return u + APART * (layer + 1);
    }
}
