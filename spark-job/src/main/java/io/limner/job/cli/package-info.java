/**
 * The commands, as people type them. The only room that prints for people and the only one that knows exit codes: 0 done, 1 failed, 2
 * the input is wrong, 75 try again later.
 *
 * <p>The main class is {@link io.limner.job.cli.Limner}, for the launcher and for {@code spark-submit} alike.
 *
 * <p>May not: hold logic. A command reads its arguments, calls another room, and says what came of it.
 */
package io.limner.job.cli;
