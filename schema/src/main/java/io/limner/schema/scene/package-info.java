/**
 * What one sample shows, as data: records with ranges and units, nothing else.
 *
 * <p>May not: render; know specs, distributions or labels.
 */
package io.limner.schema.scene;
