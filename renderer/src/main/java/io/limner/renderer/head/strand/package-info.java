/**
 * Hair as geometry, so that colour, depth and segmentation of hair come from the same triangles as all else: scalp hair as locks, which
 * ribbons towards the camera stand for, over a cap that closes their gaps; beards, brows and lashes hair by hair. What casts shadows lies
 * on the head, whatever the camera. A cut ({@link Cut}) says how a style grows, a {@link Flow} which way it is combed, a {@link Lock} grows.
 * What the camera would not see of it is set apart ({@link Occlusion}).
 * Pure functions of the scene and the head's mesh; no OpenGL.
 */
package io.limner.renderer.head.strand;
