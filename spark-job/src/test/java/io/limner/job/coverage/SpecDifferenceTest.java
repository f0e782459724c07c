package io.limner.job.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.design.Probes;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.scene.Hair;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import io.limner.schema.spec.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changed between two specs, and small specs around a sample. */
class SpecDifferenceTest {

    private static DatasetSpec spec(String text) {
        return SpecReader.parse("limner: 1\nname: a\nseed: 5\n" + text, "a test");
    }

    private static SpecDifference between(String before, String after) {
        return new SpecDifference(spec(before), spec(after), Long.MAX_VALUE);
    }

    @Test
    void onlyWhatTheConditionSetsChangesAndOnlyWhereItHolds() {
        String rule = "\nconditions: [{ when: subject.age > 60, then: { hair.color: white } }]";
        SpecDifference difference = between("samples: 200", "samples: 200" + rule);
        SceneDesign old = new SceneDesign(spec("samples: 200"));

        assertThat(difference.parameters()).containsOnlyKeys("hair.color");
        assertThat(difference.changed()).isNotEmpty().allSatisfy(id -> {
            assertThat(old.value(id, "subject.age").number()).isGreaterThan(60);
            assertThat(old.value(id, "hair.color")).isNotEqualTo(Value.of("white"));
        });
        assertThat(difference.outputChanged()).isFalse();
        assertThat(difference.moved()).isZero();
    }

    @Test
    void moreSamplesChangeNoneThatWereThere() {
        SpecDifference difference = between("samples: 50", "samples: 90");

        assertThat(difference.changed()).isEmpty();
        assertThat(difference.common()).isEqualTo(50);
    }

    @Test
    void aNewSplitMovesAndDoesNotChange() {
        SpecDifference difference = between("samples: 50", "samples: 50\nsplit: { a: 1, b: 1 }\nlabels: []");

        assertThat(difference.changed()).isEmpty();
        assertThat(difference.moved()).isEqualTo(50);
        assertThat(difference.outputChanged()).isTrue();
    }

    /** The same values, and another photograph behind some heads. */
    @Test
    void otherFilesChangeTheSamplesThatShowThem() {
        String text = "samples: 40\nparameters: { background.style: { choice: [user, plain] } }\n"
                + "assets: { backgrounds: [{ file: a.png, sha256: %s }] }";
        String hash = "0123456789abcdef".repeat(4);
        SpecDifference difference = between(text.formatted(hash), text.formatted(hash.replace('0', 'f')));
        SceneDesign old = new SceneDesign(spec(text.formatted(hash)));

        assertThat(difference.parameters()).containsOnlyKeys("assets");
        assertThat(difference.changed())
                .hasSizeBetween(5, 35)
                .allSatisfy(id -> assertThat(old.value(id, "background.style")).isEqualTo(Value.of("user")));
    }

    /** Nobody has looked into the folders: what may show one of them counts. */
    @Test
    void foldersOfHeadsAreCompared() {
        String text = "samples: 40\nparameters: { subject.head: { choice: [user, makehuman] } }\nassets: { heads: %s }";
        SpecDifference difference = between(text.formatted("ada"), text.formatted("[ada, bob]"));
        SceneDesign old = new SceneDesign(spec(text.formatted("ada")));

        assertThat(difference.parameters()).containsOnlyKeys("assets");
        assertThat(difference.changed())
                .hasSizeBetween(5, 35)
                .allSatisfy(id -> assertThat(old.value(id, "subject.head")).isEqualTo(Value.of("user")));
    }

    @Test
    void idsAreToldAsRanges() {
        assertThat(SpecDifference.ranges(List.of(0L, 1L, 2L, 5L, 7L, 8L))).containsExactly("0-2", "5", "7-8");
        assertThat(SpecDifference.ranges(List.of())).isEmpty();
    }

    @Test
    void aSweepChangesOneParameterOfOneSample() {
        DatasetSpec spec = spec("samples: 50\nparameters: { subject.age: { uniform: [20, 70] } }");
        Map<String, Value> sample = new SceneDesign(spec).values(7);
        SceneDesign sweep = new SceneDesign(Probes.sweep(spec, 7, "subject.age", 6));

        assertThat(sweep.spec().samples()).isEqualTo(6);
        for (long id = 0; id < 6; id++) {
            Map<String, Value> values = sweep.values(id);
            assertThat(values.remove("subject.age")).isEqualTo(Value.of(20 + 10.0 * id));
            assertThat(sample).containsAllEntriesOf(values);
        }
        assertThat(Probes.sweep(spec, 7, "hair.style", 3).samples()).isEqualTo(Hair.Style.values().length);
    }

    @Test
    void cornersAreAllCombinationsOfTheEnds() {
        DatasetSpec spec = spec("samples: 50\nparameters: { head.yaw: { sobol: [-40, 40] }, head.pitch: 3 }");
        SceneDesign corners = new SceneDesign(Probes.corners(spec, 0, List.of("head.yaw", "head.pitch")));

        assertThat(corners.spec().samples()).isEqualTo(4);
        assertThat(corners.value(0, "head.pitch")).isEqualTo(Value.of(-60));
        assertThat(corners.value(0, "head.yaw")).isEqualTo(Value.of(-40));
        assertThat(corners.value(3, "head.yaw")).isEqualTo(Value.of(40));
    }
}
