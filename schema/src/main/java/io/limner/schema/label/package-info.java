/**
 * The conventions that labels follow: landmark numbering, segmentation codes, the camera's formula.
 *
 * <p>May not: derive a label from a face or a picture; that is the renderer's.
 */
package io.limner.schema.label;
