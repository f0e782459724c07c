package io.limner.schema.sample;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FaceSampleTest {
    private final FaceSample drawn = SampleRows.drawn();
    private final FaceSample failed = SampleRows.failed();

    @Test
    void aRowIsEitherDrawnOrFailed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaceSample(
                        drawn.place(), drawn.scene(), drawn.provenance(), drawn.drawing(), failed.failure()))
                .withMessageContaining("Sample 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaceSample(drawn.place(), drawn.scene(), drawn.provenance(), null, null))
                .withMessageContaining("either a drawing or a failure");
    }

    @Test
    void evenAFailedRowSaysWhatWasToBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaceSample(drawn.place(), null, failed.provenance(), null, failed.failure()))
                .withMessageContaining("its scene");
    }

    @Test
    void labelsHaveTheirLengths() {
        Labels.Landmarks landmarks = SampleRows.labels().landmarks();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Labels.Landmarks(new float[135], landmarks.points3d(), landmarks.visibility()))
                .withMessageContaining("points2d has 135 values; it must have 136");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Labels.HeadLabel(new double[12], 0, 0, 0, null))
                .withMessageContaining("headToWorld");
    }
}
