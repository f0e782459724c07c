/**
 * From (spec, sample id) to a scene. Every way to spread samples over the space of parameters belongs here: independent
 * draws, grids, quotas, Latin hypercubes and low-discrepancy sequences, conditions and exclusions, variants, subjects and splits. All of
 * it is random access.
 *
 * <p>May not: look at a clock; hold a generator whose result depends on the order of calls; use arithmetic that differs between
 * machines.
 */
package io.limner.schema.design;
