package io.limner.renderer.image;

/** On a machine without libdeflate. */
final class PngEncoderWithoutLibraryTest extends ImageEncoderContract {
    @Override
    ImageEncoder open() {
        return new PngEncoder(LibDeflate.find("libnosuchdeflate.so.7"));
    }

    @Override
    double leastPsnr() {
        return 1000;
    }
}
