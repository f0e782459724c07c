/**
 * How fast this machine is: samples to Parquet by one slot and by several, stage by stage, and beside a peer. Measures what {@code execute} and
 * {@code write} do, and judges nothing.
 */
package io.limner.job.bench;
