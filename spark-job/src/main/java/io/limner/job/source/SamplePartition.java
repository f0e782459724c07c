package io.limner.job.source;

import io.limner.job.plan.Shard;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * Samples that one task reads.
 *
 * @param shard which
 * @param most rows that need come out of them
 */
record SamplePartition(Shard shard, long most) implements InputPartition {}
