package io.limner.job.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.fixture.Specs;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void shardsCoverEverySampleOnce() {
        for (int samples : new int[] {1, 2, 7, 8, 9, 64}) {
            for (int size : new int[] {1, 2, 8, 9, 100}) {
                Plan plan = new Plan("ab", samples, size);
                long next = 0;
                for (long index = 0; index < plan.shards(); index++) {
                    Shard shard = plan.shard(index);
                    assertThat(shard.firstSampleId()).isEqualTo(next);
                    assertThat(shard.count()).isBetween(1, size);
                    next = shard.endSampleId();
                }
                assertThat(next).isEqualTo(samples);
            }
        }
    }

    @Test
    void aBillionSamplesPlanAtOnce() {
        Plan plan = new Plan("ab", 1_000_000_000_000L, 200);
        assertThat(plan.shards()).isEqualTo(5_000_000_000L);
        Shard last = plan.shard(plan.shards() - 1);
        assertThat(last.endSampleId()).isEqualTo(1_000_000_000_000L);
        assertThat(plan.shardOf(plan.fileName(last))).hasValue(last.index());
    }

    @Test
    void thereIsNoShardOutside() {
        Plan plan = new Plan("ab", 10, 4);
        assertThatThrownBy(() -> plan.shard(3)).hasMessageContaining("0 to 2");
        assertThatThrownBy(() -> plan.shard(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** FORMAT.md, "Files": the first 12 digits of SHA-256 of {"schema_version":1,"shard_size":8,"spec_hash":"ab"}. */
    @Test
    void theHashIsTheOneOfTheFormat() {
        assertThat(new Plan("ab", 10, 8).hash()).isEqualTo("39a0e0d5d1e9");
    }

    @Test
    void theHashKnowsSpecAndShardSize() {
        Set<String> hashes = new HashSet<>();
        hashes.add(Plan.of(Specs.of(10), 4).hash());
        hashes.add(Plan.of(Specs.of(11), 4).hash());
        hashes.add(Plan.of(Specs.of(10), 5).hash());
        assertThat(hashes).hasSize(3);
        assertThat(Plan.of(Specs.of(10), 4).hash())
                .isEqualTo(Plan.of(Specs.of(10), 4).hash());
    }

    @Test
    void namesAreTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Plan plan = new Plan("ab", 10, 4);
            assertThat(plan.fileName(plan.shard(2))).startsWith("part-00002-");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void onlyItsOwnFilesAreItsShards() {
        Plan plan = new Plan("ab", 10, 4);
        String name = plan.fileName(plan.shard(2));
        assertThat(name).isEqualTo("part-00002-" + plan.hash() + ".parquet");
        assertThat(plan.shardOf(name)).hasValue(2);
        assertThat(plan.shardOf(name.replace("00002", "00003"))).isEmpty();
        assertThat(plan.shardOf(name.replace("00002", "000002"))).isEmpty();
        assertThat(plan.shardOf("." + name + ".x.tmp")).isEmpty();
        assertThat(plan.shardOf(new Plan("ab", 10, 5).fileName(plan.shard(0)))).isEmpty();
        assertThat(plan.shardOf("part-9999999999999999999-" + plan.hash() + ".parquet"))
                .isEmpty();
    }
}
