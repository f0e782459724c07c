/**
 * Triangles to samples on the processor: what {@code pass} lets a graphics device do, for devices that are software themselves. Those
 * pay ten times as much for a triangle of a few samples as for its samples. Here are grids, projections and the filling of triangles; not what
 * is drawn in which order, which is {@code pass}'s business, and nothing of OpenGL.
 */
package io.limner.renderer.raster;
