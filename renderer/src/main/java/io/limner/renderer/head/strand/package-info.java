/**
 * Hair as geometry: scalp hair, beards, brows and lashes grown strand by strand as ribbons that face the camera, so that colour, depth and
 * segmentation of hair come from the same triangles as all else. Pure functions of the scene and the head's mesh; no OpenGL.
 */
package io.limner.renderer.head.strand;
