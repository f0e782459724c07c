/**
 * One row of a dataset: its content ({@link io.limner.schema.sample.FaceSample}), the list of its columns
 * ({@link io.limner.schema.sample.Columns}), its scene as text, its hashes, the version of the format. FORMAT.md is this
 * room in prose; change the two together.
 *
 * <p>May not: know Parquet, Spark or OpenGL.
 */
package io.limner.schema.sample;
