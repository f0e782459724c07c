/**
 * Pixels to the bytes of image files and back, and sheets of tiles for people to look at.
 *
 * <p>Belongs here: codecs, the native libraries that they use, the way a layer is packed into an image file, contact
 * sheets. May not: paths and files (callers decide where bytes go), OpenGL, the derivation of labels.
 */
package io.limner.renderer.image;
