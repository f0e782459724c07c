/**
 * Reads a dataset back and says what is wrong with it: every row, every picture, every hash, and whether the files are those that the
 * manifest lists. Each finding names the file, the row and the remedy.
 *
 * <p>May not: trust what it checks, draw, print, remove what nobody asked it to.
 */
package io.limner.job.verify;
