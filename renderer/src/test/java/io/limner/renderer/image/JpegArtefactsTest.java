package io.limner.renderer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.limner.renderer.frame.Frame;
import org.junit.jupiter.api.Test;

class JpegArtefactsTest {
    private static final Frame.Size SIZE = new Frame.Size(32, 24);

    /** A codec that is opened after the end would never be closed. */
    @Test
    void nothingIsStoredAfterTheEnd() {
        byte[] rgb = TestPicture.rgb(SIZE);
        JpegArtefacts artefacts = new JpegArtefacts();
        assertThat(artefacts.stored(rgb, SIZE, 50)).hasSameSizeAs(rgb).isNotEqualTo(rgb);
        artefacts.close();
        artefacts.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> artefacts.stored(rgb, SIZE, 50))
                .withMessageContaining("closed");
    }
}
