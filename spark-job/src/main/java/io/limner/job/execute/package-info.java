/**
 * Where shards are drawn: Spark tasks that lend a sampler, draw a shard, write it and hand back its receipt, and the run on the
 * driver that gives the shards out, keeps the error budget and finishes the dataset; and how all of them reach the user's files.
 *
 * <p>May not: hold algorithms of drawing, labels or scene design; decide how a shard is stored; print.
 */
package io.limner.job.execute;
