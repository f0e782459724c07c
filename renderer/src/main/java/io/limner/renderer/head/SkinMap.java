package io.limner.renderer.head;

/**
 * Low-frequency colour of skin relative to its mean, for the head's texture coordinates. A byte b stands for the factor b / 128 by
 * which linear-light skin colour is multiplied in that channel; 128 is neutral. Row 0 is the top of the texture (v = 1).
 *
 * @param width pixels
 * @param height pixels
 * @param rgb 3 bytes a pixel, row-major
 */
public record SkinMap(int width, int height, byte[] rgb) {

    public SkinMap {
        if (rgb.length != 3 * width * height) {
            throw new IllegalArgumentException("A skin map of " + width + " x " + height + " needs "
                    + 3 * width * height + " bytes, got " + rgb.length);
        }
    }
}
