package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.plan.Shard;
import io.limner.job.write.ShardReceipt;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.junit.jupiter.api.Test;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

class KryoTest {
    private final SerializerInstance kryo =
            new KryoSerializer(SparkStart.configuration(Optional.of("local"), "test")).newInstance();

    private <T> T passed(T value) {
        ClassTag<T> type = ClassTag$.MODULE$.apply(value.getClass());
        return kryo.deserialize(kryo.serialize(value, type), type);
    }

    @Test
    void whatPassesComesOutAsItWentIn() {
        Shard shard = new Shard(3, 30, 10);
        assertThat(passed(shard)).isEqualTo(shard);
        ShardReceipt receipt = new ShardReceipt(
                shard,
                new ShardReceipt.Contents(10, 1, "ab".repeat(32), "flat"),
                new ShardReceipt.Published("part", 99, "cd".repeat(32)),
                new ShardReceipt.Work(1.5, 3),
                new TreeMap<>(Map.of("TIME_LIMIT", 1L)));
        assertThat(passed(receipt)).isEqualTo(receipt);
        assertThat(passed(new ShardReceipt[] {receipt})).containsExactly(receipt);
    }

    @Test
    void nothingElsePasses() {
        assertThatThrownBy(() -> passed(Duration.ofSeconds(1)))
                .hasMessageContaining("Class is not registered: java.time.Duration");
    }
}
