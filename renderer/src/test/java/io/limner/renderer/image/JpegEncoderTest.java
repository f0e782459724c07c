package io.limner.renderer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.frame.Frame.Size;
import org.junit.jupiter.api.Test;

final class JpegEncoderTest extends ImageEncoderContract {
    @Override
    ImageEncoder open() {
        return new JpegEncoder(95);
    }

    @Override
    double leastPsnr() {
        // Of the smallest pictures, which are all edge; see likenessOfAWholePicture.
        return 34;
    }

    @Test
    void likenessOfAWholePicture() {
        Size size = new Size(512, 512);
        byte[] rgb = TestPicture.rgb(size);
        try (JpegEncoder encoder = new JpegEncoder(95)) {
            assertThat(TestPicture.psnr(rgb, ImageDecoder.rgb(encoder.encode(rgb, size))))
                    .isGreaterThan(45);
        }
    }

    @Test
    void qualityDecidesSize() {
        assertThat(encoded(30).length).isLessThan(encoded(75).length);
        assertThat(encoded(75).length).isLessThan(encoded(100).length);
    }

    @Test
    void chromaHasFullResolution() {
        // Red and blue columns, one pixel wide: halved chroma would blend every pair of them to the same purple.
        Size size = new Size(32, 32);
        byte[] rgb = new byte[size.pixels() * 3];
        for (int i = 0; i < size.pixels(); i++) {
            rgb[3 * i + (i % 2 == 0 ? 0 : 2)] = (byte) 255;
        }
        try (JpegEncoder encoder = new JpegEncoder(100)) {
            assertThat(TestPicture.psnr(rgb, ImageDecoder.rgb(encoder.encode(rgb, size))))
                    .isGreaterThan(35);
        }
    }

    @Test
    void missingLibraryExplainsItselfOnFirstUse() {
        TurboJpeg missing = TurboJpeg.find("libnosuchjpeg.so.7");
        assertThat(missing.problem())
                .hasValueSatisfying(problem ->
                        assertThat(problem).contains("libnosuchjpeg.so.7").contains("apt-get install libturbojpeg0"));
        try (JpegEncoder encoder = new JpegEncoder(95, missing)) {
            assertThatThrownBy(() -> encoder.encode(new byte[3], new Size(1, 1)))
                    .isInstanceOf(MissingCodecException.class)
                    .hasMessage(missing.problem().orElseThrow());
        }
    }

    @Test
    void anotherLibraryUnderTheNameIsNotTakenForIt() {
        TurboJpeg libc = TurboJpeg.find("libc.so.6");
        assertThat(libc.problem()).isEmpty();
        try (JpegEncoder encoder = new JpegEncoder(95, libc)) {
            assertThatThrownBy(() -> encoder.encode(new byte[3], new Size(1, 1)))
                    .isInstanceOf(MissingCodecException.class)
                    .hasMessageContaining("tjInitCompress");
        }
    }

    @Test
    void refusesQualityOutOfRangeAndSidesThatJpegCannotHold() {
        assertThatThrownBy(() -> new JpegEncoder(0)).hasMessage("JPEG quality 0 is not between 1 and 100");
        assertThatThrownBy(() -> new JpegEncoder(101)).isInstanceOf(IllegalArgumentException.class);
        try (JpegEncoder encoder = new JpegEncoder(95)) {
            assertThatThrownBy(() -> encoder.encode(new byte[3 * 65_501], new Size(65_501, 1)))
                    .hasMessageContaining("65501x1");
        }
    }

    private static byte[] encoded(int quality) {
        Size size = new Size(64, 64);
        try (JpegEncoder encoder = new JpegEncoder(quality)) {
            return encoder.encode(TestPicture.rgb(size), size).bytes();
        }
    }
}
