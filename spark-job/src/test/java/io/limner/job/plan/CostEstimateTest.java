package io.limner.job.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.fixture.Specs;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CostEstimateTest {
    private static DatasetSpec large(long samples) {
        return SpecReader.parse(
                "{limner: 1, name: large, seed: 1, samples: " + samples
                        + ", image: {width: 512, height: 512}, labels: [segmentation, depth, normals]}",
                "large.yaml");
    }

    @Test
    void timeFollowsSamplesSlotsAndSpeed() {
        long once = CostEstimate.of(large(1000), 1, 10).time().toMillis();
        assertThat(once).isEqualTo(100_000);
        assertThat(CostEstimate.of(large(2000), 1, 10).time().toMillis()).isEqualTo(2 * once);
        assertThat(CostEstimate.of(large(1000), 4, 10).time().toMillis()).isEqualTo(once / 4);
        assertThat(CostEstimate.of(large(1000), 1, 20).time().toMillis()).isEqualTo(once / 2);
    }

    @Test
    void bytesAreThoseOfAMeasuredRow() {
        // 24 rows of examples/quickstart.yaml took 10.2 MB.
        assertThat(CostEstimate.bytesPerRow(large(1))).isBetween(300_000L, 900_000L);
        assertThat(CostEstimate.bytesPerRow(Specs.of(1))).isLessThan(20_000);
    }

    @Test
    void hugeDatasetsDoNotOverflow() {
        assertThat(CostEstimate.of(large(1_000_000_000_000L), 1, 1e-9).time()).isPositive();
        assertThat(new CostEstimate(Long.MAX_VALUE / 2, 500_000, Duration.ZERO, 1).bytes())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void nothingIsDrawnByNobody() {
        assertThatThrownBy(() -> CostEstimate.of(large(1), 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CostEstimate.of(large(1), 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shardsAreNeitherTinyNorOverTheAimedSize() {
        assertThat(ShardSize.standard(Specs.of(1))).isEqualTo(8);
        assertThat(ShardSize.standard(Specs.of(64))).isEqualTo(8);
        assertThat(ShardSize.standard(Specs.of(1600))).isEqualTo(100);
        int size = ShardSize.standard(large(10_000_000));
        assertThat(size * CostEstimate.bytesPerRow(large(1))).isBetween(100_000_000L, 140_000_000L);
    }
}
