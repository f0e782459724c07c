package io.limner.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.Specs;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.SpecReader;
import java.util.List;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.IsNotNull;
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
        SceneDesign design = new SceneDesign(spec);
        assertThat(design.scene(0).head().yaw()).isZero();
        assertThat(new SceneFilter(design, List.of(new EqualTo(YAW, -0.0))).passes(0))
                .isTrue();
        assertThat(new SceneFilter(design, List.of(new EqualTo(YAW, 0.0))).passes(0))
                .isTrue();
        assertThat(new SceneFilter(design, List.of(new EqualTo(YAW, 1.0))).passes(0))
                .isFalse();
    }

    /** Filters look a parameter up without making the scene; rows show what the scene has. */
    @Test
    void whatIsLookedUpIsWhatTheSceneHas() {
        SceneDesign design = new SceneDesign(Specs.of(20));
        for (long id = 0; id < 20; id++) {
            for (Parameter parameter : Parameters.all()) {
                assertThat(design.sample(id).apply(parameter.name()))
                        .as(parameter.name())
                        .isEqualTo(parameter.in().apply(design.scene(id)));
            }
        }
    }

    @Test
    void placesAreKnownToo() {
        DatasetSpec spec = SpecReader.parse(Specs.text(10) + "split: { train: 1, test: 1 }\n", "flat.yaml");
        SceneDesign design = new SceneDesign(spec);
        SceneFilter train = new SceneFilter(design, List.of(new EqualTo("split", "train")));
        SceneFilter variants = new SceneFilter(design, List.of(new IsNotNull("variant")));
        for (long id = 0; id < 10; id++) {
            assertThat(train.passes(id)).isEqualTo(design.place(id).split().equals("train"));
            assertThat(variants.passes(id)).isFalse();
        }
    }

    @Test
    void aComparisonWithNullIsSparksBusiness() {
        assertThat(SceneFilter.understands(new EqualTo(YAW, null))).isFalse();
        assertThat(SceneFilter.understands(new EqualTo(YAW, 0.0))).isTrue();
    }
}
