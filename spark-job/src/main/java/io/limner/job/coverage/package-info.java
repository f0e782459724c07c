/**
 * The proof of what a dataset will contain, before a pixel is drawn: scenes are resolved and counted. Strata, quotas, association of
 * attributes, discrepancy, duplicates; on this machine's processors, or by Spark where there are many samples. Counting needs the same
 * memory for a thousand samples and for a billion.
 *
 * <p>May not: draw; hold samples; decide what is printed.
 */
package io.limner.job.coverage;
