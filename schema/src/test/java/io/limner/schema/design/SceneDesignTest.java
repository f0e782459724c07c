package io.limner.schema.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.limner.schema.sample.SceneJson;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.SpecReader;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneDesignTest {
    private static final long BILLION = 1_000_000_000L;

    private static DatasetSpec spec(String... parameters) {
        String said = parameters.length == 0 ? "" : "parameters:\n  " + String.join("\n  ", parameters);
        return SpecReader.parse("limner: 1\nname: test\nseed: 7\nsamples: 1000000000\n" + said, "test");
    }

    /** Fixed for ever: computed from FORMAT.md by another program. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject.age | { uniform: [18, 80] } | 79.987121",
                "head.yaw | { normal: { mean: 0, sd: 20, min: -60, max: 60 } } | -7.901028",
                "camera.offset_x | { normal: { mean: 0, sd: 0.03, min: -0.1, max: 0.1 } } | -0.030046",
                "subject.freckles | { normal: { mean: 0, sd: 0.25, min: 0, max: 1 } } | 0.13156",
                "hair.color | { choice: { white: 0.5, black: 4, dark_brown: 4, brown: 3, auburn: 1, blond: 2, grey: 1 } } | brown",
                "light.environment | { choice: { studio: 3, office: 3, overcast: 3, noon: 2, sunset: 1, window: 2, night: 0.5 } }"
                        + " | window",
                "subject.identity_seed | { uniform: [0, 2147483647] } | 290015724",
                "subject.skin_tone | { uniform: [1, 10] } | 1",
                "gaze.yaw | { grid: [1, 2.5] } | 2.5"
            })
    void aValueNeverChanges(String parameter, String distribution, String value) {
        SceneDesign design = new SceneDesign(spec(parameter + ": " + distribution));

        assertThat(design.value(5, parameter)).hasToString(value);
    }

    @Test
    void aSampleIsTheSameWhateverWasAskedBefore() {
        DatasetSpec spec = spec("head.pitch: { grid: [1, 2, 3] }");
        SceneDesign forwards = new SceneDesign(spec);
        List<Scene> scenes = new ArrayList<>();
        for (long id = 0; id < 300; id++) {
            scenes.add(forwards.scene(id));
        }

        for (int id = 299; id >= 0; id--) {
            assertThat(new SceneDesign(spec).scene(id)).isEqualTo(scenes.get(id));
        }
        assertThat(new HashSet<>(scenes)).hasSize(300);
    }

    @Test
    void theLastOfABillionIsAsNearAsTheFirst() {
        SceneDesign design = new SceneDesign(spec("head.yaw: { grid: { from: -60, to: 60, step: 15 } }"));

        Scene last = design.scene(BILLION - 1);

        assertThat(last.head().yaw()).isEqualTo(-60 + 15 * ((BILLION - 1) % 9));
        assertThat(last).isEqualTo(design.scene(BILLION - 1)).isNotEqualTo(design.scene(BILLION - 2));
    }

    @Test
    void samplesOutsideTheSpecAreRefused() {
        SceneDesign design = new SceneDesign(spec());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> design.scene(BILLION))
                .withMessageContaining("1000000000");
        assertThatIllegalArgumentException().isThrownBy(() -> design.scene(-1)).withMessageContaining("-1");
    }

    @Test
    void whatIsSaidOfOneParameterChangesNoOther() {
        SceneDesign plain = new SceneDesign(spec());
        SceneDesign changed = new SceneDesign(
                spec("head.yaw: { uniform: [-5, 5] }", "hair.style: { grid: [long, bald] }", "camera.distance: 700"));
        Set<String> moved = new HashSet<>();

        for (long id = 0; id < 200; id++) {
            Map<String, Value> before = plain.values(id);
            Map<String, Value> after = changed.values(id);
            before.forEach((name, value) -> {
                if (!after.get(name).equals(value)) {
                    moved.add(name);
                }
            });
        }

        assertThat(moved).containsExactlyInAnyOrder("head.yaw", "hair.style", "camera.distance");
    }

    @Test
    void oneValueAloneIsTheValueInTheScene() {
        SceneDesign design = new SceneDesign(spec("hair.style: { grid: [long, bald] }"));
        Map<String, Value> all = design.values(41);

        all.forEach((name, value) -> assertThat(design.value(41, name)).isEqualTo(value));
        assertThatIllegalArgumentException().isThrownBy(() -> design.value(41, "head.jaw"));
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        DatasetSpec one = spec();
        DatasetSpec two = one.with(8);

        assertThat(new SceneDesign(one).scene(0)).isNotEqualTo(new SceneDesign(two).scene(0));
    }

    @Test
    void gridsFormAProductWhoseLastNameTurnsFastestAndWhichBeginsAnew() {
        SceneDesign design = new SceneDesign(spec("head.yaw: { grid: [-30, 0, 30] }", "head.pitch: { grid: [5, -5] }"));
        List<List<Double>> walk = new ArrayList<>();
        for (long id = 0; id < 8; id++) {
            Scene scene = design.scene(id);
            walk.add(List.of(scene.head().pitch(), scene.head().yaw()));
        }

        assertThat(walk)
                .containsExactly(
                        List.of(5.0, -30.0),
                        List.of(5.0, 0.0),
                        List.of(5.0, 30.0),
                        List.of(-5.0, -30.0),
                        List.of(-5.0, 0.0),
                        List.of(-5.0, 30.0),
                        List.of(5.0, -30.0),
                        List.of(5.0, 0.0));
    }

    @Test
    void everyValueOfTheDefaultsIsInItsDomain() {
        SceneDesign design = new SceneDesign(spec());
        for (long id = 0; id < 5000; id++) {
            Map<String, Value> values = design.values(id);
            for (Parameter parameter : Parameters.all()) {
                assertThat(parameter.domain().contains(values.get(parameter.name())))
                        .as("%s of sample %d = %s", parameter.name(), id, values.get(parameter.name()))
                        .isTrue();
            }
        }
    }

    @Test
    void weightsAreKept() {
        SceneDesign design = new SceneDesign(spec("subject.sex: { choice: { female: 3, male: 1 } }"));
        int men = 0;
        for (long id = 0; id < 20_000; id++) {
            men += design.value(id, "subject.sex").equals(Value.of("male")) ? 1 : 0;
        }

        assertThat(men / 20_000.0).isCloseTo(0.25, within(0.01));
    }

    @Test
    void aSceneSurvivesItsText() {
        SceneDesign design = new SceneDesign(spec());

        assertThat(SceneJson.read(SceneJson.write(design.scene(3)))).isEqualTo(design.scene(3));
    }
}
