package io.limner.renderer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.frame.Frame.Size;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample.Layers;
import io.limner.schema.sample.RawLayers;
import io.limner.schema.spec.LabelKind;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LayerEncoderTest {
    private final LayerEncoder encoder = new LayerEncoder();
    private final LayerEncoder slow = new LayerEncoder(LibDeflate.find("libnosuchdeflate.so.7"));

    @AfterEach
    void close() {
        encoder.close();
        slow.close();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,1", "1,5", "31,17", "300,200"})
    void layersComeBackExactly(int width, int height) {
        Frame frame = frame(new Size(width, height));
        RawLayers raw = LayerEncoder.raw(frame, EnumSet.allOf(LabelKind.class));
        for (LayerEncoder each : List.of(encoder, slow)) {
            Layers layers = each.encode(raw, frame.size());
            assertThat(ImageDecoder.grey(layers.segmentation())).isEqualTo(frame.classes());
            assertThat(ImageDecoder.rgb(layers.normals())).isEqualTo(frame.normals());
            assertThat(ImageDecoder.grey16(layers.depth())).isEqualTo(DepthSteps.of(frame.depth()));
        }
    }

    @Test
    void depthIsRoundedAsMathRounds() {
        float[] depth = new float[400_000];
        for (int i = 0; i < depth.length; i++) {
            depth[i] = 0.004999999f + i * 0.0163f;
        }
        short[] steps = DepthSteps.of(depth);
        for (int i = 0; i < depth.length; i++) {
            assertThat(steps[i] & 0xffff).isEqualTo(Math.max(1, Math.min(65_535, Math.round(depth[i] * 10f))));
        }
    }

    @Test
    void layersThatNobodyWantsAreNull() {
        Frame frame = frame(new Size(4, 4));
        RawLayers raw = LayerEncoder.raw(frame, EnumSet.of(LabelKind.DEPTH, LabelKind.LANDMARKS));
        Layers layers = encoder.encode(raw, frame.size());
        assertThat(layers.segmentation()).isNull();
        assertThat(layers.normals()).isNull();
        assertThat(layers.depth()).isNotNull();
    }

    @Test
    void depthIsRoundedToTenthsAndASurfaceIsNeverZero() {
        assertThat(DepthSteps.of(new float[] {0, 0.01f, 0.26f, 600.04f, 6553.5f, 90_000}))
                .containsExactly((short) 0, (short) 1, (short) 3, (short) 6000, (short) 65_535, (short) 65_535);
        assertThat(DepthSteps.toMillimetres(new short[] {0, 3, (short) 65_535})).containsExactly(0, 0.3f, 6553.5f);
    }

    @Test
    void depthThatIsNoDepthIsRefused() {
        assertThatThrownBy(() -> DepthSteps.of(new float[] {1, -0.5f})).hasMessageContaining("pixel 1 is -0.5 mm");
        assertThatThrownBy(() -> DepthSteps.of(new float[] {Float.NaN})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decoderRefusesWhatTheRowDoesNotDescribe() {
        EncodedImage image = encoder.segmentation(new byte[12], new Size(4, 3));
        EncodedImage wider = new EncodedImage(image.bytes(), image.format(), 5, 3);
        assertThatThrownBy(() -> ImageDecoder.grey(wider))
                .isInstanceOf(DamagedImageException.class)
                .hasMessage("the row says 5x3, the png file says 4x3");
        assertThatThrownBy(() -> ImageDecoder.grey16(image)).hasMessage("expected 1 channels of 16 bits, found 1 of 8");
        EncodedImage cut = new EncodedImage(java.util.Arrays.copyOf(image.bytes(), 40), image.format(), 4, 3);
        assertThatThrownBy(() -> ImageDecoder.grey(cut)).isInstanceOf(DamagedImageException.class);
        EncodedImage empty = new EncodedImage(new byte[0], image.format(), 4, 3);
        assertThatThrownBy(() -> ImageDecoder.grey(empty)).isInstanceOf(DamagedImageException.class);
    }

    private static Frame frame(Size size) {
        byte[] classes = new byte[size.pixels()];
        float[] depth = new float[size.pixels()];
        for (int i = 0; i < size.pixels(); i++) {
            classes[i] = (byte) (i * 7 / 5 % 256);
            depth[i] = i % 11 == 0 ? 0 : 400 + i * 0.37f % 6000;
        }
        return new Frame(size, TestPicture.rgb(size), classes, depth, TestPicture.rgb(size));
    }
}
