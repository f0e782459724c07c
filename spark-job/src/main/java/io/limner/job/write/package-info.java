/**
 * How a dataset lies in a folder or store: shards as Parquet files that appear whole or not at all, the receipt of each, the plan that
 * is written first and the manifest that is written last, the dataset card, the lease that keeps two runs apart.
 *
 * <p>May not: decide columns (that is the schema's), draw, print.
 */
package io.limner.job.write;
