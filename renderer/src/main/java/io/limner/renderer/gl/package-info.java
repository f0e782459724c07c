/**
 * Small owners of OpenGL objects: programs, buffers, textures. Each belongs to the thread of its context and is closed there. Nothing
 * here knows of faces or labels, and no handle leaves this room and {@code pass}.
 */
package io.limner.renderer.gl;
