package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.Specs;
import io.limner.job.plan.Plan;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {
    private static RecordedPlan plan(DatasetSpec spec, int shardSize) {
        return RecordedPlan.of(spec, Plan.of(spec, shardSize));
    }

    @Test
    void equalPlansDoNotDiffer() {
        assertThat(plan(Specs.of(8), 4).differencesTo(plan(Specs.of(8), 4))).isEmpty();
    }

    @Test
    void eachDifferentKeyIsALine() {
        DatasetSpec other = SpecReader.parse(
                Specs.text(9).replace("width: 32", "width: 64") + "parameters: {head.yaw: {fixed: 3}}\n", "other.yaml");
        List<String> lines = plan(Specs.of(8), 4).differencesTo(plan(other, 5));
        assertThat(lines)
                .contains("samples: 8 -> 9", "image.width: 32 -> 64", "shard size: 4 -> 5")
                .anyMatch(line -> line.startsWith("parameters.head.yaw.") && line.endsWith("-> 3"));
    }

    @Test
    void aLongListIsCut() {
        DatasetSpec other = SpecReader.parse(Specs.text(8) + "defaults: neutral\n", "other.yaml");
        List<String> lines = plan(Specs.of(8), 4).differencesTo(plan(other, 4));
        assertThat(lines).hasSize(13).last().asString().matches("and \\d+ more");
    }
}
