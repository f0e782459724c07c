/**
 * Heads of the user's: glTF 2.0 with a file beside it that says what is where. Reading is bounded, believes no number of a file, and ends in
 * a head or in an {@link io.limner.renderer.asset.AssetException} whose message has a line for each fault. Of materials the names and the base colours
 * of skin are read. May not: draw.
 */
package io.limner.renderer.gltf;
