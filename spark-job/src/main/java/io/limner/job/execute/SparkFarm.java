package io.limner.job.execute;

import io.limner.job.plan.Shard;
import io.limner.job.write.ShardReceipt;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Draws shards on Spark, a task each. */
final class SparkFarm implements AutoCloseable {
    private final JavaSparkContext spark;
    private final DrawShard task;

    /**
     * A farm.
     *
     * @param drawing gets how many samples are drawn in unfinished shards, from time to time, on a thread of Spark's
     */
    SparkFarm(
            JavaSparkContext spark, Orders orders, Configuration hadoop, SamplerFactory factory, LongConsumer drawing) {
        this.spark = spark;
        LongAccumulator rows = spark.sc().longAccumulator("samples drawn");
        spark.sc().addSparkListener(new RowsInFlight(rows, drawing));
        Broadcast<Orders> sentOrders = spark.broadcast(orders);
        Broadcast<SerializableConfiguration> sentHadoop = spark.broadcast(new SerializableConfiguration(hadoop));
        this.task = new DrawShard(sentOrders, sentHadoop, factory, rows);
    }

    /**
     * Draws some shards.
     *
     * @param receipts gets each receipt as it comes in, on one thread; an exception from it ends the work
     */
    void draw(List<Shard> shards, Consumer<ShardReceipt> receipts) {
        ClassTag<ShardReceipt> type = ClassTag$.MODULE$.apply(ShardReceipt.class);
        List<Object> partitions = IntStream.range(0, shards.size())
                .mapToObj(partition -> (Object) partition)
                .toList();
        spark.sc()
                .runJob(
                        spark.parallelize(shards, shards.size()).rdd(),
                        task,
                        CollectionConverters.asScala(partitions).toSeq(),
                        new AbstractFunction2<Object, ShardReceipt, BoxedUnit>() {
                            @Override
                            public BoxedUnit apply(Object partition, ShardReceipt receipt) {
                                receipts.accept(receipt);
                                return BoxedUnit.UNIT;
                            }
                        },
                        type);
    }

    @Override
    public void close() {
        spark.close();
    }
}
