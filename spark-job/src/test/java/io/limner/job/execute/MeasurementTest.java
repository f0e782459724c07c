package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.ForwardingSampler;
import io.limner.job.fixture.Specs;
import io.limner.schema.sample.FaceSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order samples are drawn to measure. */
class MeasurementTest {
    @Test
    void noCountedSampleIsBegunBeforeTheClock() {
        List<String> asked = new ArrayList<>();
        SamplerFactory listening = (design, device) -> {
            Sampler flat = FlatSamplers.sound().open(design, device);
            return new ForwardingSampler(flat) {
                @Override
                public FaceSample sample(long sampleId, long... next) {
                    asked.add(sampleId + " " + Arrays.toString(next));
                    return sample(sampleId);
                }
            };
        };
        assertThat(Measurement.of(Specs.of(4), listening, "auto", 4).samples()).isEqualTo(4);
        assertThat(asked).containsExactly("2 [3]", "3 []", "0 [1, 2]", "1 [2, 3]", "2 [3]", "3 []");
    }
}
