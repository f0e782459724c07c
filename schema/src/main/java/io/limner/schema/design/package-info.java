/**
 * From (spec, sample id) to a scene. Every way to spread samples over the space of parameters belongs here: independent
 * draws and grids, and what is to come of their kind (low-discrepancy sequences, quotas, conditions). All of it is random
 * access.
 *
 * <p>May not: look at a clock; hold a generator whose result depends on the order of calls; use arithmetic that differs between
 * machines.
 */
package io.limner.schema.design;
