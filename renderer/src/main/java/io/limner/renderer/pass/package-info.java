/**
 * From a face to a frame: one visibility pass, then image and label layers out of it. Owns the shaders and the thread that draws. Triangles are drawn by
 * the device, or by {@code raster} where the device is software itself, and there samples become pixels in Java too, unless they are blurred. How
 * a context comes to be is {@code egl}'s business, what colours mean is {@code look}'s, files are {@code image}'s.
 */
package io.limner.renderer.pass;
