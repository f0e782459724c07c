/**
 * Comparison of drawn pictures with pictures that a person has approved.
 *
 * <p>Belongs here: reading, comparing, reporting and, on the one deliberate flag, replacing golden pictures. May not: drawing, or
 * knowledge of what a picture shows.
 */
package io.limner.renderer.golden;
