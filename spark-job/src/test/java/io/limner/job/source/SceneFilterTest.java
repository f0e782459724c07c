package io.limner.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.Specs;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.SpecReader;
import java.util.List;
import org.apache.spark.sql.sources.EqualTo;
import org.junit.jupiter.api.Test;

class SceneFilterTest {
    private static final String YAW = Parameters.all().stream()
            .filter(parameter -> parameter.column().endsWith("yaw"))
            .findFirst()
            .orElseThrow()
            .column();

    @Test
    void bothZerosAreOne() {
        DatasetSpec spec = SpecReader.parse(Specs.text(1) + "parameters:\n  head.yaw: {fixed: 0}\n", "flat.yaml");
        Scene scene = new SceneDesign(spec).scene(0);
        assertThat(scene.head().yaw()).isZero();
        assertThat(new SceneFilter(List.of(new EqualTo(YAW, -0.0))).passes(0, scene))
                .isTrue();
        assertThat(new SceneFilter(List.of(new EqualTo(YAW, 0.0))).passes(0, scene))
                .isTrue();
        assertThat(new SceneFilter(List.of(new EqualTo(YAW, 1.0))).passes(0, scene))
                .isFalse();
    }

    @Test
    void aComparisonWithNullIsSparksBusiness() {
        assertThat(SceneFilter.understands(new EqualTo(YAW, null))).isFalse();
        assertThat(SceneFilter.understands(new EqualTo(YAW, 0.0))).isTrue();
    }
}
