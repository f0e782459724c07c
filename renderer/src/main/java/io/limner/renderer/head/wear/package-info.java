/**
 * Glasses, hats and whatever else is worn or held, made for the face that has it: pure functions of the scene and the head's mesh, closed
 * surfaces in the head frame that keep clear of the skin. No OpenGL, no files; what things look like is {@code pass}'s business but for
 * their colour, which is a property of each vertex.
 */
package io.limner.renderer.head.wear;
