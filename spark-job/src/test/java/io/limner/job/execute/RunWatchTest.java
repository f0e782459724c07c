package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.write.Manifest;
import io.limner.job.write.ShardReceipt;
import io.limner.schema.canonical.CanonicalJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunWatchTest {
    private final RunWatch watch = new RunWatch(new Plan("ab", 100, 20));

    private static ShardReceipt receipt(long shard, Map<String, Long> failures) {
        long failed = failures.values().stream().mapToLong(Long::longValue).sum();
        return new ShardReceipt(
                new Shard(shard, shard * 20, 20),
                new ShardReceipt.Contents(20, failed, "ab".repeat(32), ""),
                new ShardReceipt.Published("", 1000, "cd".repeat(32)),
                new ShardReceipt.Work(1, 0),
                failures);
    }

    private static List<FailureNote> notes(String... notes) {
        return List.of(notes).stream().map(FailureNote::parse).toList();
    }

    @Test
    void receiptsCountAndUnfinishedShardsOnlyUntilThen() {
        watch.found(receipt(0, Map.of("TIME_LIMIT", 1L)));
        watch.started(1, 1, "7", "here");
        watch.reported(1, 12, notes("SCENE_FAULT\tsample 23: SCENE_FAULT, why", "SCENE_FAULT"));
        RunState now = watch.now();
        assertThat(now.samples()).isEqualTo(new RunState.Samples(100, 20, 12, 12, 0));
        assertThat(now.failures()).isEqualTo(Map.of("TIME_LIMIT", 1L, "SCENE_FAULT", 2L));
        assertThat(watch.example()).isEqualTo("sample 23: SCENE_FAULT, why");

        watch.finished(receipt(1, Map.of("SCENE_FAULT", 3L)));
        assertThat(watch.now().samples()).isEqualTo(new RunState.Samples(100, 20, 20, 0, 1000));
        assertThat(watch.now().failures()).isEqualTo(Map.of("TIME_LIMIT", 1L, "SCENE_FAULT", 3L));
        watch.ended(1, 20, "");
        assertThat(watch.now().work().executors())
                .extracting(Manifest.Executor::samples)
                .containsExactly(20L);
    }

    @Test
    void twinsCountOnceForTheRunAndEachForItsExecutor() {
        watch.started(1, 4, "1", "here");
        watch.started(2, 4, "2", "there");
        watch.reported(1, 9, notes("TIME_LIMIT"));
        watch.reported(2, 4, notes("TIME_LIMIT"));
        assertThat(watch.now().samples().drawn()).isEqualTo(9);
        assertThat(watch.now().failed()).isEqualTo(1);
        assertThat(watch.now().work().executors())
                .extracting(Manifest.Executor::samples)
                .containsExactly(9L, 4L);
    }

    @Test
    void faultsAreCountedByHostAndReasonAndDoNotGrowWithoutEnd() {
        for (int i = 0; i < 60; i++) {
            watch.started(i, i, "1", "bad");
            watch.ended(i, 0, i < 2 ? "EglException: no device" : "lost number " + i);
        }
        assertThat(watch.now().work().faults())
                .contains("bad: EglException: no device (2 times)")
                .anyMatch(fault -> fault.startsWith("other faults ("))
                .hasSizeLessThan(25);
    }

    @Test
    void aLineOfTheLogIsJson() {
        watch.found(receipt(0, Map.of()));
        watch.started(1, 1, "7", "here");
        watch.reported(1, 12, notes("TIME_LIMIT"));
        assertThat(CanonicalJson.write(watch.now().json()))
                .contains("\"samples\":100", "\"done\":32", "\"failures\":{\"TIME_LIMIT\":1}", "\"host\":\"here\"")
                .contains("\"seconds_left\":")
                .doesNotContain("\n");
    }
}
