/**
 * What a command was told, as typed and checked records. Read once, on the driver; what executors must know travels to them with
 * their work.
 *
 * <p>May not: be asked for on an executor; read files other than the spec; start anything.
 */
package io.limner.job.config;
