/**
 * How a dataset is cut into shards, what they are called, and what drawing them will cost. Arithmetic on a spec's numbers: a
 * billion samples plan as fast as ten.
 *
 * <p>May not: draw, touch a store, hold all shards of a plan at once.
 */
package io.limner.job.plan;
