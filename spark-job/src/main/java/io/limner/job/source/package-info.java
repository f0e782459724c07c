/**
 * The Spark data source {@code limner}: {@code spark.read().format("limner").load("spec.yaml")} is a table whose rows are drawn when they
 * are asked for. Columns that nobody asks for are not made: parameters are looked up, landmarks, poses, cameras and other geometry
 * are computed, and only pictures with their size and hashes, what drew them, whether it failed, and the box around the head's pixels are drawn. Filters on parameters decide before
 * that, a limit draws no more than it must, a count draws nothing. Of a row that is not drawn nobody knows whether it would have come
 * out {@code FAILED}.
 *
 * <p>May not: be a second way to render; write anything.
 */
package io.limner.job.source;
