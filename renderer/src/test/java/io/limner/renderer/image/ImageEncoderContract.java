package io.limner.renderer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.frame.Frame.Size;
import io.limner.schema.sample.EncodedImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every encoder of colour must do. */
abstract class ImageEncoderContract {
    private ImageEncoder encoder;

    abstract ImageEncoder open();

    /** The least likeness of a decoded picture to what was encoded, dB. */
    abstract double leastPsnr();

    @BeforeEach
    void openEncoder() {
        encoder = open();
    }

    @AfterEach
    void closeEncoder() {
        encoder.close();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "1,7", "17,3", "33,65", "512,512"})
    void comesBackInAnySize(int width, int height) {
        Size size = new Size(width, height);
        byte[] rgb = TestPicture.rgb(size);
        EncodedImage image = encoder.encode(rgb, size);
        assertThat(image.width()).isEqualTo(width);
        assertThat(image.height()).isEqualTo(height);
        assertThat(TestPicture.psnr(rgb, ImageDecoder.rgb(image))).isGreaterThan(leastPsnr());
    }

    @Test
    void sameBytesForSamePixelsWhateverCameBefore() {
        Size size = new Size(61, 40);
        byte[] rgb = TestPicture.rgb(size);
        byte[] first = encoder.encode(rgb, size).bytes();
        encoder.encode(TestPicture.rgb(new Size(130, 90)), new Size(130, 90));
        assertThat(encoder.encode(rgb, size).bytes()).isEqualTo(first);
        try (ImageEncoder other = open()) {
            assertThat(other.encode(rgb, size).bytes()).isEqualTo(first);
        }
    }

    @Test
    void refusesAnArrayOfTheWrongLength() {
        assertThatThrownBy(() -> encoder.encode(new byte[11], new Size(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a picture of 2x2 with 3 values a pixel needs 12 values, got 11");
    }

    @Test
    void refusesToEncodeOnceClosedAndClosesTwice() {
        encoder.close();
        encoder.close();
        assertThatThrownBy(() -> encoder.encode(new byte[3], new Size(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
