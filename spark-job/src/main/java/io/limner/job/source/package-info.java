/**
 * The Spark data source {@code limner}: {@code spark.read().format("limner").load("spec.yaml")} is a table whose rows are drawn when they
 * are asked for. Columns that nobody asks for are not made, filters on parameters decide before drawing, a limit draws no more than
 * it must.
 *
 * <p>May not: be a second way to render; write anything.
 */
package io.limner.job.source;
