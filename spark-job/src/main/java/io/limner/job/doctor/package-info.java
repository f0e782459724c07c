/**
 * Looks at the machine, and at a store if one is named: whether Limner can draw and write here, and what to do where it cannot.
 *
 * <p>May not: change the machine, print.
 */
package io.limner.job.doctor;
