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

    private static CostEstimate cost(DatasetSpec spec, int slots, double imagesPerSecond) {
        return CostEstimate.of(spec, Plan.of(spec, 10), slots, imagesPerSecond);
    }

    @Test
    void timeFollowsSamplesSlotsAndSpeed() {
        long once = cost(large(1000), 1, 10).time().toMillis();
        assertThat(once).isEqualTo(100_000);
        assertThat(cost(large(2000), 1, 10).time().toMillis()).isEqualTo(2 * once);
        assertThat(cost(large(1000), 4, 10).time().toMillis()).isEqualTo(once / 4);
        assertThat(cost(large(1000), 1, 20).time().toMillis()).isEqualTo(once / 2);
    }

    /** A shard is drawn by one slot: what is left over waits for a whole one, and slots beyond the shards change nothing. */
    @Test
    void timeCountsWholeShards() {
        assertThat(cost(large(30), 2, 1).time()).isEqualTo(Duration.ofSeconds(20));
        assertThat(cost(large(30), 3, 1).time()).isEqualTo(Duration.ofSeconds(10));
        assertThat(cost(large(30), 64, 1).time()).isEqualTo(Duration.ofSeconds(10));
        assertThat(cost(large(3), 64, 1).time()).isEqualTo(Duration.ofSeconds(3));
        assertThat(cost(large(30), 60, 1).slotHours())
                .isCloseTo(600 / 3600.0, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void bytesAreThoseOfAMeasuredRow() {
        // 16 rows of examples/quickstart.yaml took 386,612 bytes each.
        assertThat(CostEstimate.bytesPerRow(large(1))).isBetween(350_000L, 425_000L);
        assertThat(CostEstimate.bytesPerRow(Specs.of(1))).isLessThan(20_000);
    }

    @Test
    void hugeDatasetsDoNotOverflow() {
        assertThat(cost(large(1_000_000_000_000L), 1, 1e-9).time()).isPositive();
        assertThat(new CostEstimate(Long.MAX_VALUE / 2, 500_000, Duration.ZERO, 1).bytes())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void nothingIsDrawnByNobody() {
        assertThatThrownBy(() -> cost(large(1), 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cost(large(1), 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
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
