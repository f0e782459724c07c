/**
 * The spec language: what a person may write ({@link io.limner.schema.spec.SpecReader}), what it means
 * ({@link io.limner.schema.spec.DatasetSpec}, {@link io.limner.schema.spec.Distribution}, {@link
 * io.limner.schema.spec.Composition}), and the catalogue of everything
 * that can be set ({@link io.limner.schema.spec.Parameters}), and the names of the user's files that it uses ({@link
 * io.limner.schema.spec.Assets}), which nobody opens here. A new distribution is a record here and a keyword in the
 * parser; a new parameter is an entry of the catalogue and a component of a scene's record.
 *
 * <p>May not: take a default from the environment; choose random numbers; coerce what was written into something else.
 */
package io.limner.schema.spec;
