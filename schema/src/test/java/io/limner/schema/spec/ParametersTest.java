package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limner.schema.scene.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {

    static List<Parameter> parameters() {
        return Parameters.all();
    }

    private static Map<String, Value> neutral() {
        Map<String, Value> values = new HashMap<>();
        Parameters.all()
                .forEach(parameter ->
                        values.put(parameter.name(), parameter.standard().neutral()));
        return values;
    }

    private static Scene sceneWith(Parameter parameter, Value value) {
        Map<String, Value> values = neutral();
        values.put(parameter.name(), value);
        return SceneValues.scene(values);
    }

    @Test
    void namesAndColumnsAreUniqueAndNoneIsTheGroupOfAnother() {
        List<String> names = Parameters.names();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(\\.[a-z][a-z0-9_]*)+"));
        assertThat(Parameters.all()).extracting(Parameter::column).doesNotHaveDuplicates();
        assertThat(names).noneMatch(name -> names.stream().anyMatch(other -> other.startsWith(name + ".")));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void defaultsAreLegalAndExplained(Parameter parameter) {
        assertThat(parameter.domain().contains(parameter.standard().neutral())).isTrue();
        assertThat(parameter.standard().varied().bounds()).allMatch(parameter.domain()::contains);
        assertThat(parameter.meaning()).isNotBlank().doesNotContain("\n", "|");
        if (parameter.standard().varied() instanceof Uniform uniform) {
            assertThat(uniform.grain()).isEqualTo(parameter.domain().grain());
        }
        if (parameter.standard().varied() instanceof Normal normal) {
            assertThat(normal.grain()).isEqualTo(parameter.domain().grain());
        }
    }

    /** Two values of one parameter give two scenes, and each comes back out: nothing is wired to the wrong component. */
    @ParameterizedTest
    @MethodSource("parameters")
    void everyParameterReachesItsOwnPlaceInTheScene(Parameter parameter) {
        for (Value value : edges(parameter.domain())) {
            Scene scene = sceneWith(parameter, value);
            assertThat(parameter.in().apply(scene)).isEqualTo(value);
            for (Parameter other : Parameters.all()) {
                if (!other.name().equals(parameter.name())) {
                    assertThat(other.in().apply(scene))
                            .isEqualTo(other.standard().neutral());
                }
            }
        }
    }

    /** The catalogue and the records of a scene draw the same line. */
    @ParameterizedTest
    @MethodSource("parameters")
    void aSceneAcceptsWhatTheCatalogueAllowsAndNothingElse(Parameter parameter) {
        for (Value value : edges(parameter.domain())) {
            assertThatCode(() -> sceneWith(parameter, value)).doesNotThrowAnyException();
        }
        for (Value value : outside(parameter.domain())) {
            assertThat(parameter.domain().contains(value)).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sceneWith(parameter, value))
                    .withMessageContaining(parameter.name());
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.named("subject.agee"))
                .withMessageContaining("did you mean 'subject.age'?");
        assertThat(Parameters.exists("subject.agee")).isFalse();
        assertThat(Parameters.named("subject.age").column()).isEqualTo("subject_age");
    }

    @Test
    void aSceneNeedsEveryValue() {
        Map<String, Value> values = neutral();
        values.remove("gaze.yaw");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneValues.scene(values))
                .withMessageContaining("gaze.yaw");
    }

    private static List<Value> edges(Domain domain) {
        if (domain instanceof Domain.Numbers numbers) {
            return List.of(Value.of(numbers.min()), Value.of(numbers.max()));
        }
        if (domain instanceof Domain.Integers integers) {
            return List.of(Value.of((double) integers.min()), Value.of((double) integers.max()));
        }
        return ((Domain.Names) domain).names().stream().map(Value::of).toList();
    }

    private static List<Value> outside(Domain domain) {
        if (domain instanceof Domain.Numbers numbers) {
            return List.of(Value.of(Math.nextDown(numbers.min())), Value.of(Math.nextUp(numbers.max())));
        }
        if (domain instanceof Domain.Integers integers) {
            return List.of(Value.of(integers.min() - 1.0), Value.of(integers.max() + 1.0));
        }
        return List.of(Value.of("nonsense"));
    }
}
