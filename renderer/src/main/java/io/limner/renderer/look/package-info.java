/**
 * What the words of a scene mean in light and colour: albedos, environments, key lights, backdrops. Pure functions from scene to
 * linear numbers; no geometry, no OpenGL. All colours are linear sRGB.
 */
package io.limner.renderer.look;
