/**
 * Labels that are geometry, derived from the scene, the face's own float64 points and the frame.
 *
 * <p>Belongs here: pure functions with the same result on every machine (float64, {@link java.lang.StrictMath}): cameras, projected
 * landmarks and their visibility, boxes, head pose, gaze. May not: OpenGL, a second drawing, randomness, encoding.
 */
package io.limner.renderer.label;
