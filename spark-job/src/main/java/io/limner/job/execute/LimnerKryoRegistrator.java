package io.limner.job.execute;

import com.esotericsoftware.kryo.Kryo;
import io.limner.job.plan.Shard;
import io.limner.job.write.ShardReceipt;
import java.util.TreeMap;
import org.apache.spark.serializer.KryoRegistrator;

/** The data that pass between driver and executors, and nothing else: shards out, receipts back. */
public final class LimnerKryoRegistrator implements KryoRegistrator {

    @Override
    public void registerClasses(Kryo kryo) {
        register(kryo, Shard.class);
        register(kryo, ShardReceipt.class);
        register(kryo, ShardReceipt.Contents.class);
        register(kryo, ShardReceipt.Published.class);
        register(kryo, ShardReceipt.Work.class);
        kryo.register(TreeMap.class);
        kryo.register(Shard[].class);
        kryo.register(ShardReceipt[].class);
    }

    private static <T extends Record> void register(Kryo kryo, Class<T> type) {
        kryo.register(type, new RecordSerializer<>(type));
    }
}
