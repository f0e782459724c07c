package io.limner.schema.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.scene.Scene;
import org.junit.jupiter.api.Test;

class SceneJsonTest {
    private final Scene scene = new SceneDesign(SampleRows.SPEC).scene(5);
    private final String text = SceneJson.write(scene);

    @Test
    void namesWithDotsAreNestedAndSorted() {
        assertThat(text)
                .startsWith("{\"background\":{\"seed\":2070177694,\"style\":\"")
                .contains("\"subject\":{\"age\":79.987121,\"ancestry\":{\"african\":")
                .doesNotContain(" ", ".0,", ".0}");
    }

    @Test
    void whatWasWrittenCanBeRead() {
        assertThat(SceneJson.read(text)).isEqualTo(scene);
    }

    @Test
    void whatIsNoSceneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneJson.read("{"))
                .withMessageContaining("not JSON");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneJson.read("{}"))
                .withMessageContaining("subject.age")
                .withMessageContaining("3 to 90");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneJson.read(text.replace("79.987121", "91")))
                .withMessageContaining("subject.age = 91");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneJson.read(text.replace("79.987121", "\"old\"")))
                .withMessageContaining("subject.age");
    }
}
