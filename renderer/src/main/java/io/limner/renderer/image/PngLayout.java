package io.limner.renderer.image;

/** The sample layouts that are written: PNG's colour type and bit depth. */
enum PngLayout {
    GREY(0, 8, 1),
    GREY_16(0, 16, 2),
    RGB(2, 8, 3),
    RGB_16(2, 16, 6);

    final int colorType;
    final int bitDepth;
    final int bytesPerPixel;

    PngLayout(int colorType, int bitDepth, int bytesPerPixel) {
        this.colorType = colorType;
        this.bitDepth = bitDepth;
        this.bytesPerPixel = bytesPerPixel;
    }
}
