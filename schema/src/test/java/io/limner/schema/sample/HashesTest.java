package io.limner.schema.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.DatasetSpec.Output;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The golden values were computed from FORMAT.md by another program. */
class HashesTest {
    private static final Output EVERYTHING = SampleRows.SPEC.output();
    private static final Output NOTHING = new Output(EVERYTHING.image(), EnumSet.noneOf(LabelKind.class));

    @Test
    void pixelsAreHashedWithTheirSize() {
        byte[] rgb = {1, 2, 3, (byte) 250, (byte) 251, (byte) 252};

        assertThat(Hashes.pixels(2, 1, rgb))
                .isEqualTo("30228bc2949f0630d7d724fb930d1f254519946bc51c7de912ac8f8940a1c010");
        assertThat(Hashes.pixels(1, 2, rgb)).isNotEqualTo(Hashes.pixels(2, 1, rgb));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hashes.pixels(2, 2, rgb))
                .withMessageContaining("12 bytes, not 6");
    }

    @Test
    void labelsAreHashedAsTheRowHoldsThem() {
        assertThat(Hashes.labels(EVERYTHING, SampleRows.labels(), SampleRows.layers()))
                .isEqualTo("a3037eb2d69f5c670074760c04e390b2fd0c7c7b063b98fc063d99a80253eaf6");
    }

    @Test
    void labelsThatNobodyAskedForDoNotCount() {
        assertThat(Hashes.labels(NOTHING, SampleRows.labels(), new RawLayers(null, null, null)))
                .isEqualTo("e7924c9535ec8de9f5863a2ea89f9623d05d9b8bf1cf2705d7ae6a94fd24bbbe");
    }

    @Test
    void everyLabelCounts() {
        Labels labels = SampleRows.labels();
        String before = Hashes.labels(EVERYTHING, labels, SampleRows.layers());
        labels.landmarks().visibility()[67] = 0;
        assertThat(Hashes.labels(EVERYTHING, labels, SampleRows.layers())).isNotEqualTo(before);

        RawLayers layers = SampleRows.layers();
        layers.depth()[0] = 1;
        assertThat(Hashes.labels(EVERYTHING, SampleRows.labels(), layers)).isNotEqualTo(before);
    }

    @Test
    void aSampleIsItsSceneAndWhatARowHolds() {
        SceneDesign design = new SceneDesign(SampleRows.SPEC);
        String written = "{\"image\":" + CanonicalJson.write(EVERYTHING.json().get("image")) + ",\"labels\":"
                + CanonicalJson.write(EVERYTHING.json().get("labels")) + ",\"scene\":"
                + SceneJson.write(design.scene(5))
                + "}";
        Output smaller = new Output(new ImageSettings(64, 64, ImageFormat.JPEG, 95), EVERYTHING.labels());

        assertThat(Hashes.sample(design.scene(5), SampleRows.SPEC.with(EVERYTHING)))
                .isEqualTo(Sha256.hex(written));
        assertThat(List.of(
                        Hashes.sample(design.scene(5), SampleRows.SPEC.with(EVERYTHING)),
                        Hashes.sample(design.scene(6), SampleRows.SPEC.with(EVERYTHING)),
                        Hashes.sample(design.scene(5), SampleRows.SPEC.with(NOTHING)),
                        Hashes.sample(design.scene(5), SampleRows.SPEC.with(smaller))))
                .doesNotHaveDuplicates();
    }

    @Test
    void sha256IsSha256() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
