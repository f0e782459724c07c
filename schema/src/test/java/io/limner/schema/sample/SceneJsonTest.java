package io.limner.schema.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** A row of a version that knew fewer parameters. */
    @Test
    void aParameterThatIsNotMentionedIsNeutral() {
        String older = text.replaceFirst("\"age\":79.987121,", "");
        assertThat(older).isNotEqualTo(text);
        assertThat(SceneJson.read(older).subject().age()).isEqualTo(30);
        assertThat(SceneJson.write(SceneJson.read(older), names(name -> !name.equals("subject.age"))))
                .isEqualTo(older);
        assertThat(SceneJson.write(scene, names(name -> true))).isEqualTo(text);
    }

    private static Set<String> names(Predicate<String> which) {
        return Parameters.all().stream().map(Parameter::name).filter(which).collect(Collectors.toSet());
    }

    @Test
    void whatIsNoSceneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneJson.read("{"))
                .withMessageContaining("not JSON");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneJson.read("{}"))
                .withMessageContaining("no subject");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneJson.read(text.replace("79.987121", "91")))
                .withMessageContaining("subject.age = 91");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneJson.read(text.replace("79.987121", "\"old\"")))
                .withMessageContaining("subject.age");
    }
}
