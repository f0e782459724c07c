/**
 * Layers of pixels on the Java heap: what a drawing hands to those who encode it and derive labels from it.
 *
 * <p>Belongs here: the layers, their sizes, units and value ranges. May not: OpenGL handles or direct buffers (a frame outlives the
 * context that drew it and moves between threads), file formats, label derivation.
 */
package io.limner.renderer.frame;
