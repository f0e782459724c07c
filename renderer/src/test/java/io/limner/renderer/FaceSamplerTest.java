package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.spec.SpecReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceSamplerTest {
    /** The codec is asked for before anything is drawn wherever a sample may need it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jpeg | {} | true",
                "png | {} | false",
                "png | { parameters: { capture.jpeg_quality: 100 } } | false",
                "png | { parameters: { capture.jpeg_quality: 80 } } | true",
                "png | { parameters: { capture.jpeg_quality: { uniform: [60, 100] } } } | true",
                "png | { conditions: [{ when: subject.age > 50, then: { capture.jpeg_quality: 70 } }] } | true",
                "png | { variants: [{ name: b, samples: 4, parameters: { capture.jpeg_quality: 70 } }] } | true",
            })
    void whatMayPassThroughJpegNeedsTheCodec(String format, String recipe, boolean needed) {
        String keys = recipe.substring(1, recipe.length() - 1).strip();
        String samples = keys.startsWith("variants") ? "" : "samples: 4\n";
        String text = "limner: 1\nname: a\n" + samples + "image: { width: 64, height: 64, format: " + format + " }\n"
                + keys + "\n";
        assertThat(FaceSampler.storesJpeg(SpecReader.parse(text, "a.yaml"))).isEqualTo(needed);
    }
}
