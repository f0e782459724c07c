/**
 * From a scene to a face: the head pack, morphs of identity and expression, eyes and teeth, the neck's bend, subdivision, the
 * points that labels are made from. Everything is computed in double precision on the processor and is the same on every
 * machine: {@code StrictMath}, no clock, values only from the scene.
 *
 * <p>Belongs here: what changes the shape of a head, and what says which part of it a triangle is. May not: OpenGL, images, labels.
 * Hair, brows and lashes grow in {@code strand}; what is worn is made in {@code wear}; how the pack is made at build time is in {@code pack}.
 */
package io.limner.renderer.head;
