package io.limner.job.execute.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.Specs;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import org.junit.jupiter.api.Test;

class ChildLimitsTest {
    @Test
    void largePicturesMayTakeMoreMemory() {
        assertThat(ChildLimits.standard(spec(512)).megabytes()).isEqualTo(1024);
        ChildLimits large = ChildLimits.standard(spec(8192));
        assertThat(large.megabytes()).isEqualTo(17_344);
        assertThat(large.heap()).isEqualTo(8672);
        assertThat(large.mostBytes()).isEqualTo((17_344L * 3 / 2) << 20);
    }

    private static DatasetSpec spec(int side) {
        String size = "width: %d, height: %d".formatted(side, side);
        return SpecReader.parse(Specs.text(1).replace("width: 32, height: 24", size), "flat.yaml");
    }
}
